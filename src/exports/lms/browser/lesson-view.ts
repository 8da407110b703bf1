/** Shows the table of contents or one lesson of a package, as the fragment of the address says. */
export class LessonView {
  readonly #contents: HTMLElement | null;
  readonly #lessons: readonly HTMLElement[];

  /** @param signal removes the listeners */
  constructor(contents: HTMLElement | null, lessons: readonly HTMLElement[], signal: AbortSignal) {
    this.#contents = contents;
    this.#lessons = lessons;
    if (contents === null) return;
    const onFragment = (): void => {
      this.#follow(location.hash.slice(1), true);
    };
    addEventListener('hashchange', onFragment, { signal });
    this.#follow(location.hash.slice(1), false);
  }

  /** Goes to an element, which may be in a hidden lesson. @returns whether it exists */
  goTo(id: string): boolean {
    if (id === '' || document.getElementById(id) === null) return false;
    // Replaces the entry in the history, because the reader did not navigate.
    history.replaceState(history.state, '', `#${id}`);
    this.#follow(id, false);
    document.getElementById(id)?.scrollIntoView();
    return true;
  }

  /** Marks completed lessons in the table of contents. */
  mark(isCompleted: (lesson: HTMLElement) => boolean): void {
    for (const lesson of this.#lessons) {
      const place = this.#contents?.querySelector(`[data-done="${lesson.id}"]`);
      if (place) place.textContent = isCompleted(lesson) ? '✓ Completed' : '';
    }
  }

  #follow(id: string, moving: boolean): void {
    if (this.#contents === null) return;
    const target = id === '' ? null : document.getElementById(id);
    const place = target?.closest<HTMLElement>('.package-lesson') ?? this.#contents;
    // Ignores fragments outside of the package, such as "main".
    if (target !== null && target.closest('lms-package') === null) return;
    for (const each of [this.#contents, ...this.#lessons]) each.hidden = each !== place;
    if (!moving) return;
    if (target !== null && target !== place) target.scrollIntoView();
    else scrollTo(0, 0);
    const heading = target === place || target === null ? place.querySelector<HTMLElement>('h1') : null;
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/**
 * Reports the reading position, which is the topmost visible heading, and when the end of a lesson becomes visible. Also
 * works in frames that are as tall as their page and never scroll.
 */
export function watchReading(
  lessons: readonly HTMLElement[],
  onPlace: (id: string) => void,
  onEnd: (lesson: HTMLElement) => void,
): void {
  const headings = lessons.flatMap((lesson) => [...lesson.querySelectorAll('h2[id]')]);
  const inView = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    const top = headings.find((heading) => inView.has(heading));
    if (top !== undefined) onPlace(top.id);
    for (const lesson of lessons) {
      const end = lesson.querySelector('.lesson-end');
      if (end !== null && inView.has(end)) onEnd(lesson);
    }
  });
  for (const lesson of lessons)
    for (const each of lesson.querySelectorAll('h2[id], .lesson-end')) observer.observe(each);
}
