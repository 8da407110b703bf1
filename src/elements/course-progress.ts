import { clearPersonal, readPersonal } from './store.ts';

/**
 * `<course-progress>` around a list of `[data-lesson]` items: marks the finished ones, and offers to resume the
 * lesson read last, at its section, and to forget it all. Nothing without JavaScript or before a lesson was begun.
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
      clearPersonal();
      resume.textContent = 'Your progress on this device is forgotten.';
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
