import { button, h } from '../../../utils/elements.ts';
import { updateStore, readStore } from '../../../storage/browser/store.ts';

/**
 * `<course-progress data-rest>` around a list of `[data-lesson]` items: marks the finished ones, and offers to resume
 * the last lesson at its section, or to forget the progress. `data-rest` is the address for erasing everything else.
 * Nothing without JavaScript or before the first lesson.
 */
class CourseProgress extends HTMLElement {
  connectedCallback(): void {
    const { lessons, last } = readStore();
    let finished = 0;
    for (const item of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      if (lessons[item.dataset['lesson'] ?? '']?.finished === undefined) continue;
      finished += 1;
      item.append(h('p', { class: 'finished' }, '✓ Finished'));
    }
    const record = last === undefined ? undefined : lessons[last];
    const link = this.querySelector<HTMLAnchorElement>(`[data-lesson="${last}"] a`);
    if (record === undefined || link === null) return;
    const resume = h('p', { class: 'resume' });
    const anchor = h(
      'a',
      { class: 'button', href: link.pathname + (record.at === undefined ? '' : `#${record.at}`) },
      `Resume: ${link.textContent?.trim() ?? record.title}`,
    );
    const clear = button('Forget my progress', async () => {
      const stored = await updateStore((personal) => {
        personal.lessons = {};
        delete personal.last;
      });
      const rest = h('a', { href: this.dataset['rest'] ?? '' }, 'Erase the rest, too');
      const words = stored
        ? 'Your progress in the lessons is forgotten on this device.'
        : 'This browser lets us forget your progress only until you leave this page.';
      resume.replaceChildren(words, ' ', rest);
      // The focused button is gone, so the focus moves to the message.
      resume.tabIndex = -1;
      resume.focus();
      for (const mark of this.querySelectorAll('.finished')) mark.remove();
    });
    resume.append(anchor, ` ${finished} finished. `, clear);
    this.prepend(resume);
  }
}

customElements.define('course-progress', CourseProgress);
