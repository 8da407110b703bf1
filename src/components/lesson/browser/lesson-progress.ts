import { button, h } from '../../../utils/elements.ts';
import { announce } from '../../../utils/announce.ts';
import { updateStore, readStore, subscribe } from '../../../storage/browser/store.ts';

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

customElements.define('lesson-progress', LessonProgress);
