import type { Guide, Lesson } from '../../course/types.ts';

/** A lesson that has a guide. */
export type GuidedLesson = Lesson & { guide: Guide };

export const isGuided = (lesson: Lesson): lesson is GuidedLesson => lesson.guide !== undefined;

/** The nearest lesson before or after one that has a guide as well. */
export function guidedNeighbor(lesson: Lesson, way: 'previous' | 'next'): GuidedLesson | undefined {
  const neighbor = lesson[way];
  return neighbor === undefined || isGuided(neighbor) ? neighbor : guidedNeighbor(neighbor, way);
}
