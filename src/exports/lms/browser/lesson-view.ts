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
 * Reports the reading position, and when the end of a lesson becomes visible. The position is the topmost heading in view
 * or, in the middle of a long section, its heading. Also works in frames that are as tall as their page and never scroll.
 */
export function watchReading(
  lessons: readonly HTMLElement[],
  onPlace: (id: string) => void,
  onEnd: (lesson: HTMLElement) => void,
): void {
  /** What is watched, in order, each with the heading of its section. */
  const sections = new Map<Element, Element>();
  for (const lesson of lessons) {
    let heading: Element | undefined;
    for (const each of lesson.querySelectorAll('h2[id], p, li, tr, figure')) {
      if (each.matches('h2')) heading = each;
      if (heading !== undefined) sections.set(each, heading);
    }
  }
  const inView = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    const seen = [...sections].filter(([each]) => inView.has(each));
    const top = seen.find(([each, heading]) => each === heading) ?? seen[0];
    if (top !== undefined) onPlace(top[1].id);
    for (const lesson of lessons) {
      // A case has several.
      if ([...lesson.querySelectorAll('.lesson-end')].some((end) => inView.has(end))) onEnd(lesson);
    }
  });
  for (const each of sections.keys()) observer.observe(each);
  for (const lesson of lessons)
    for (const end of lesson.querySelectorAll('.lesson-end')) observer.observe(end);
}
