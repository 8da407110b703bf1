import { changePersonal, readPersonal } from '../../../storage/browser/store.ts';

/**
 * `<course-progress data-rest>` around a list of `[data-lesson]` items: marks the finished ones, and offers to resume
 * the lesson read last, at its section, and to forget the progress in the lessons. `data-rest` is the address where the
 * rest can be erased. Nothing without JavaScript or before a lesson was begun.
 */
class CourseProgress extends HTMLElement {
  connectedCallback(): void {
    const { lessons, last } = readPersonal();
    let finished = 0;
    for (const item of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      if (lessons[item.dataset['lesson'] ?? '']?.finished === undefined) continue;
      finished += 1;
      const mark = document.createElement('p');
      mark.className = 'finished';
      mark.textContent = '✓ Finished';
      item.append(mark);
    }
    const record = last === undefined ? undefined : lessons[last];
    const link = this.querySelector<HTMLAnchorElement>(`[data-lesson="${last}"] a`);
    if (record === undefined || link === null) return;
    const resume = document.createElement('p');
    resume.className = 'resume';
    const anchor = document.createElement('a');
    anchor.className = 'button';
    anchor.href = link.pathname + (record.at === undefined ? '' : `#${record.at}`);
    anchor.textContent = `Resume: ${link.textContent?.trim() ?? record.title}`;
    const clear = document.createElement('button');
    clear.type = 'button';
    clear.textContent = 'Forget my progress';
    clear.addEventListener('click', () => {
      const stored = changePersonal((personal) => {
        personal.lessons = {};
        delete personal.last;
      });
      const rest = document.createElement('a');
      rest.href = this.dataset['rest'] ?? '';
      rest.textContent = 'Erase the rest, too';
      const words = stored
        ? 'Your progress in the lessons is forgotten on this device.'
        : 'This browser lets us forget your progress only until you leave this page.';
      resume.replaceChildren(words, ' ', rest);
      // The button is gone, and the focus would be too.
      resume.tabIndex = -1;
      resume.focus();
      for (const mark of this.querySelectorAll('.finished')) mark.remove();
    });
    resume.append(anchor, ` ${finished} finished. `, clear);
    this.prepend(resume);
  }
}

customElements.define('course-progress', CourseProgress);
