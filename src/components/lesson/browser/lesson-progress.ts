import { announce } from '../../../utils/browser/announce.ts';
import { changePersonal, readPersonal } from '../../../storage/browser/store.ts';

/**
 * `<lesson-progress data-lesson data-title>`: remembers on this device which section was read last, and offers to
 * mark the lesson as finished. Nothing without JavaScript.
 */
class LessonProgress extends HTMLElement {
  connectedCallback(): void {
    const lesson = this.dataset['lesson'];
    const title = this.dataset['title'];
    if (lesson === undefined || title === undefined || this.firstChild !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    const finished = (): boolean => readPersonal().lessons[lesson]?.finished !== undefined;
    const show = (): void => {
      button.textContent = finished() ? 'Finished: mark as unread' : 'Mark this lesson as finished';
    };
    show();
    button.addEventListener('click', () => {
      const done = !finished();
      const stored = changePersonal((personal) => {
        const record = (personal.lessons[lesson] ??= { title });
        if (done) record.finished = new Date().toISOString();
        else delete record.finished;
      });
      show();
      announce(
        stored
          ? done
            ? 'Marked as finished'
            : 'Marked as unread'
          : 'This browser does not let us remember that.',
      );
    });
    this.append(button);

    let last: string | undefined;
    document.addEventListener('reading', (event) => {
      const at = (event as CustomEvent<string>).detail;
      if (at === last) return;
      last = at;
      changePersonal((personal) => {
        personal.lessons[lesson] = { ...personal.lessons[lesson], title, at };
        personal.last = lesson;
      });
    });
  }
}

customElements.define('lesson-progress', LessonProgress);
