/** `<lesson-toc>` around links to the headings of the page: marks the one being read with `aria-current`. */
class LessonToc extends HTMLElement {
  connectedCallback(): void {
    const links = new Map([...this.querySelectorAll('a')].map((link) => [link.hash.slice(1), link]));
    const headings = [...links.keys()]
      .map((id) => document.getElementById(id))
      .filter((heading) => heading !== null);
    const mark = (): void => {
      // The last heading above the upper third of the window is the one being read.
      const read = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      for (const [id, link] of links) {
        if (id === read?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      if (read !== undefined)
        this.dispatchEvent(new CustomEvent('reading', { bubbles: true, detail: read.id }));
    };
    let waiting = false;
    addEventListener(
      'scroll',
      () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      },
      { passive: true },
    );
    mark();
  }
}

customElements.define('lesson-toc', LessonToc);
