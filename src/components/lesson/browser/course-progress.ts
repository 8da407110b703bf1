import { button, h } from '../../../utils/elements.ts';
import { updateStore, readStore, subscribe } from '../../../storage/browser/store.ts';

/**
 * `<course-progress data-rest>` around a list of `[data-lesson]` items: marks the finished ones, and offers to resume the
 * last lesson at its section or, once that is finished, to go on with the next. Below the list the progress can be
 * forgotten, and brought back until the page is left. `data-rest` is the address for erasing everything else. Where the
 * page has a `[data-go-on]` link, it leads to the same lesson. Nothing without JavaScript or before the first lesson.
 */
class CourseProgress extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    subscribe(() => this.#show(), (this.#connection = new AbortController()).signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  #show(): void {
    for (const part of this.querySelectorAll('.finished, .resume, .forget')) part.remove();
    const { lessons, last } = readStore();
    const items = [...this.querySelectorAll<HTMLElement>('[data-lesson]')];
    const idOf = (item: HTMLElement): string => item.dataset['lesson'] ?? '';
    const isFinished = (item: HTMLElement): boolean => lessons[idOf(item)]?.finished !== undefined;
    for (const item of items.filter(isFinished)) item.append(h('p', { class: 'finished' }, '✓ Finished'));
    const at = items.findIndex((item) => idOf(item) === last);
    const item = [...items.slice(at), ...items.slice(0, at)].find((each) => !isFinished(each));
    document.documentElement.toggleAttribute('data-begun', at >= 0);
    if (at < 0) return;
    const finished = items.filter(isFinished).length;
    const resume = h('p', { class: 'resume' });
    const link = item?.querySelector('a');
    if (item !== undefined && link != null) {
      const place = lessons[idOf(item)]?.at;
      const words = idOf(item) === last ? 'Resume' : 'Go on with lesson';
      const address = link.pathname + (place === undefined ? '' : `#${place}`);
      resume.append(
        h('a', { class: 'button', href: address }, `${words}: ${link.textContent?.trim() ?? ''}`),
      );
      document.querySelector('[data-go-on]')?.setAttribute('href', address);
    }
    resume.append(` ${finished} of ${items.length} finished. `);
    this.prepend(resume);
    // The offer to undo stays.
    if (this.querySelector('.forgotten') !== null) return;
    this.append(
      h(
        'p',
        { class: 'forget note' },
        button('Forget my progress', () => this.#forget()),
      ),
    );
  }

  async #forget(): Promise<void> {
    const { lessons, last } = readStore();
    const stored = await updateStore((personal) => {
      personal.lessons = {};
      delete personal.last;
    });
    const undo = button('Undo', async () => {
      await updateStore((personal) => {
        personal.lessons = { ...lessons, ...personal.lessons };
        if (last !== undefined) personal.last ??= last;
      });
      message.remove();
      this.#show();
      this.querySelector<HTMLElement>('.resume a, .forget button')?.focus();
    });
    const message = h(
      'p',
      { class: 'forgotten note', tabIndex: -1 },
      stored
        ? 'Your progress in the lessons is forgotten on this device. '
        : 'This browser lets us forget your progress only until you leave this page. ',
      undo,
      ' ',
      h('a', { href: this.dataset['rest'] ?? '' }, 'Erase the rest, too'),
    );
    this.append(message);
    this.#show();
    // The focused button is gone, so the focus moves to the message.
    message.focus();
  }
}

customElements.define('course-progress', CourseProgress);
