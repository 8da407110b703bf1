import { requireElement } from '../../../utils/dom.ts';

/**
 * `<case-walk data-case="<id>">` shows a case scene by scene. The fragment has the way so far, as ids of choices
 * (`#way=talk.sum.ben`), so the browser's history goes back and forth in it and a link shares it. Ends are kept on the
 * device. Without JavaScript all scenes can be read.
 */
class CaseWalk extends HTMLElement {
  readonly #onFragment = (): void => {
    this.#show(true);
  };

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    this.toggleAttribute('data-ready', true);
    this.#show(false);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  /** Shows the way of the address. */
  #show(moved: boolean): void {
    const { hash } = location;
    // Papers and headings of the page have fragments of their own.
    if (moved && hash !== '' && !hash.startsWith('#way=')) return;
    const way = hash.startsWith('#way=') ? hash.slice('#way='.length).split('.') : [];
    let said = '';
    let end = this.#follow(way);
    if (end === undefined) {
      said = 'This link has a choice in it that the case does not have, so you begin at the start.';
      end = this.#follow([]);
    }
    requireElement(this, '[data-place=said]').textContent = said;
    if (end === undefined) return;
    const heading = requireElement(end, 'h2');
    if (moved || way.length > 0) {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    }
    const ended = end.matches('.ending');
    this.toggleAttribute('data-ended', ended);
    if (ended)
      void import('./record.ts').then(({ recordEnd }) => recordEnd(this.dataset['case'] ?? '', end.id, way));
  }

  /** Marks the scenes of a way. Returns the last one; undefined if the case has no such way. */
  #follow(way: readonly string[]): HTMLElement | undefined {
    for (const marked of this.querySelectorAll('[data-seen], [data-chosen], [data-taken]'))
      for (const name of ['data-seen', 'data-chosen', 'data-taken']) marked.removeAttribute(name);
    let scene = requireElement(this, '.scene');
    let before = '#';
    for (const id of ['', ...way]) {
      if (id !== '') {
        const taken = scene.querySelector<HTMLElement>(`[data-choice="${CSS.escape(id)}"]`);
        const next = taken === null ? null : this.querySelector<HTMLElement>(`#${taken.dataset['to'] ?? ''}`);
        if (taken === null || next === null) return undefined;
        scene.toggleAttribute('data-chosen', true);
        taken.toggleAttribute('data-taken', true);
        const was = this.querySelector(`[data-was="${scene.id}"] [data-was-choice="${CSS.escape(id)}"]`);
        was?.toggleAttribute('data-taken', true);
        const again = scene.querySelector<HTMLElement>('[data-again]');
        if (again !== null) {
          again.hidden = false;
          requireElement<HTMLAnchorElement>(again, 'a').href = before;
        }
        before = before === '#' ? `#way=${id}` : `${before}.${id}`;
        scene = next;
      }
      scene.toggleAttribute('data-seen', true);
    }
    scene.querySelector('[data-again]')?.toggleAttribute('hidden', true);
    for (const choice of scene.querySelectorAll<HTMLElement>('[data-choice]')) {
      const id = choice.dataset['choice'] ?? '';
      requireElement<HTMLAnchorElement>(choice, '.case-choice').href =
        before === '#' ? `#way=${id}` : `${before}.${id}`;
    }
    return scene;
  }
}

customElements.define('case-walk', CaseWalk);
