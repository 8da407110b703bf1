import type { Guide, Lesson } from '../../course/types.ts';

/** A lesson that has a guide. */
export type GuidedLesson = Lesson & { guide: Guide };

/** Whether a lesson has a guide. */
export const isGuided = (lesson: Lesson): lesson is GuidedLesson => lesson.guide !== undefined;

/** The nearest lesson with a guide, before or after another. */
export function guidedNeighbor(lesson: Lesson, way: 'previous' | 'next'): GuidedLesson | undefined {
  const neighbor = lesson[way];
  return neighbor === undefined || isGuided(neighbor) ? neighbor : guidedNeighbor(neighbor, way);
}
