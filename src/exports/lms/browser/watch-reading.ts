/**
 * Tells where a reader is, by the topmost heading in view, and when the end of a lesson comes into view. It works also
 * in frames that are as tall as their page and never scroll.
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
