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
