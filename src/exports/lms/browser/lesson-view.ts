/** Shows one lesson of a package at a time, or its contents, by the fragment of the address. */
export class LessonView {
  readonly #contents: HTMLElement | null;
  readonly #lessons: readonly HTMLElement[];

  constructor(contents: HTMLElement | null, lessons: readonly HTMLElement[]) {
    this.#contents = contents;
    this.#lessons = lessons;
    if (contents === null) return;
    addEventListener('hashchange', () => {
      this.#follow(location.hash.slice(1), true);
    });
    this.#follow(location.hash.slice(1), false);
  }

  /** Goes to an element, which may be in a lesson that is not shown. @returns whether it is there */
  goTo(id: string): boolean {
    if (id === '' || document.getElementById(id) === null) return false;
    // Nothing to go back to: the reader did not ask for it.
    history.replaceState(history.state, '', `#${id}`);
    this.#follow(id, false);
    document.getElementById(id)?.scrollIntoView();
    return true;
  }

  /** Marks the lessons that are completed in the contents. */
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
    // A fragment of the page around, such as "main", changes nothing.
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
