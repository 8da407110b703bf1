/** Tells what comes into view: the heading where a reader is, and the end of a lesson. Also in frames that never scroll. */
export function watchReading(
  lessons: readonly HTMLElement[],
  onPlace: (id: string) => void,
  onEnd: (lesson: HTMLElement) => void,
): void {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      const lesson = target.closest<HTMLElement>('.package-lesson');
      if (lesson !== null && target.classList.contains('lesson-end')) onEnd(lesson);
      else onPlace(target.id);
    }
  });
  for (const lesson of lessons)
    for (const each of lesson.querySelectorAll('h2[id], .lesson-end')) observer.observe(each);
}
