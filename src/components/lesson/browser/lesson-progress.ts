import { button, h } from '../../../utils/elements.ts';
import { announce } from '../../../utils/announce.ts';
import { updateStore, readStore, subscribe } from '../../../storage/browser/store.ts';

/** Where the contents are beside the text, as in lesson.css. */
const WIDE = matchMedia('(min-width: 80rem)');

/**
 * `<lesson-toc>` around links to the headings of the page, in a disclosure that is open where it has a column of its
 * own: marks the current one with `aria-current` and dispatches `reading` with its id.
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

  readonly #unfold = (): void => {
    const details = this.querySelector('details');
    if (details !== null) details.open = WIDE.matches;
  };

  connectedCallback(): void {
    addEventListener('scroll', this.#onScroll, { passive: true });
    addEventListener('hashchange', this.#onScroll);
    this.#unfold();
    WIDE.addEventListener('change', this.#unfold);
    this.#mark();
  }

  #mark(): void {
    const links = [...this.querySelectorAll('a')];
    const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
    const topOf = (heading: Element): number => heading.getBoundingClientRect().top;
    const isPast = (heading: Element): boolean => topOf(heading) < innerHeight / 3;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    // A heading that was followed is the current one while it is where the browser put it: near the top, or
    // anywhere in the window where the page ends. Otherwise it is the last one above a third of the window.
    const followed = headings.find(
      (heading) => `#${heading.id}` === location.hash && topOf(heading) >= 0 && (atEnd || isPast(heading)),
    );
    const current = followed ?? (atEnd ? headings.at(-1) : headings.findLast(isPast));
    for (const link of links) link.ariaCurrent = link.hash.slice(1) === current?.id ? 'true' : null;
    // A lesson that is opened at its top is not read yet; one that is opened at a heading is.
    if (current && scrollY > 0)
      this.dispatchEvent(new CustomEvent('reading', { bubbles: true, detail: current.id }));
  }
}

/** `<lesson-progress data-lesson data-title>`: stores the section read last, and marks the lesson as finished. */
class LessonProgress extends HTMLElement {
  #last: string | undefined;
  readonly #onReading = (event: Event): void => {
    const { lesson = '', title = '' } = this.dataset;
    const at = (event as CustomEvent<string>).detail;
    if (at === this.#last) return;
    this.#last = at;
    void updateStore((personal) => {
      personal.lessons[lesson] = { ...personal.lessons[lesson], title, at };
      personal.last = lesson;
    });
  };

  connectedCallback(): void {
    document.addEventListener('reading', this.#onReading);
    const { lesson = '', title = '' } = this.dataset;
    const finished = (): boolean => readStore().lessons[lesson]?.finished !== undefined;
    const state = h('span');
    const show = (): void => {
      state.textContent = finished() ? '✓ Finished ' : '';
      toggle.textContent = finished() ? 'Mark as unread' : 'Mark this lesson as finished';
    };
    const toggle = button('', async () => {
      const done = !finished();
      const stored = updateStore((personal) => {
        const record = (personal.lessons[lesson] ??= { title });
        if (done) record.finished = new Date().toISOString();
        else delete record.finished;
      });
      show();
      announce(
        (await stored)
          ? done
            ? 'Marked as finished'
            : 'Marked as unread'
          : 'This browser does not let us remember that.',
      );
    });
    subscribe(show);
    this.replaceChildren(state, toggle);
  }
}

// In this order, so that the place of a lesson that is opened at a heading is heard.
customElements.define('lesson-progress', LessonProgress);
customElements.define('lesson-toc', LessonToc);
