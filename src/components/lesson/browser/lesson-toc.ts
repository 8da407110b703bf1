/**
 * `<lesson-toc>` around links to the headings of the page: marks the current one with `aria-current` and dispatches
 * `reading` with its id.
 */
class LessonToc extends HTMLElement {
  #waiting = false;
  readonly #onScroll = (): void => {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#mark();
    });
  };

  connectedCallback(): void {
    addEventListener('scroll', this.#onScroll, { passive: true });
    this.#mark();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#onScroll);
  }

  #mark(): void {
    const links = [...this.querySelectorAll('a')];
    // The current heading is the last one above a third of the window.
    const current = links
      .map((link) => document.getElementById(link.hash.slice(1)))
      .findLast((heading) => heading !== null && heading.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links) {
      if (current && link.hash === `#${current.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (current) this.dispatchEvent(new CustomEvent('reading', { bubbles: true, detail: current.id }));
  }
}

customElements.define('lesson-toc', LessonToc);
