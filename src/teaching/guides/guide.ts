import type { Guide, Lesson, Course } from '../../course/types.ts';
import { glancePath, presentPath } from '../../utils/paths.ts';
import { pageLinks, sectionLink, type Permalink } from '../../course/permalinks.ts';
import {
  askFragment,
  blockFragment,
  exerciseFragment,
  glanceTitle,
  GUIDE_PARTS,
  guideTitle,
  presentTitle,
} from './blocks.ts';

export type GuidedLesson = Lesson & { guide: Guide };

export const isGuided = (lesson: Lesson): lesson is GuidedLesson => lesson.guide !== undefined;

/** The nearest lesson with a guide, before or after another. */
export function guidedNeighbor(lesson: Lesson, way: 'previous' | 'next'): GuidedLesson | undefined {
  const neighbor = lesson[way];
  return neighbor === undefined || isGuided(neighbor) ? neighbor : guidedNeighbor(neighbor, way);
}

function linksOf({ id, title, guide }: Lesson): Permalink[] {
  if (guide === undefined) return [];
  const { path, blocks, questions, exercises } = guide;
  const section = (fragment: string, name: string): Permalink =>
    sectionLink(path, fragment, `${guideTitle(title)}: ${name}`);
  return [
    ...pageLinks([
      { path, title: guideTitle(title) },
      { path: glancePath(id), title: glanceTitle(title) },
      { path: presentPath(id), title: presentTitle(title) },
    ]),
    ...GUIDE_PARTS.map(([fragment, name]) => section(fragment, name)),
    ...blocks.map((block) => section(blockFragment(block.id), block.title)),
    ...questions.map(({ id: question, ask }): Permalink => ({
      path,
      fragment: askFragment(question),
      title: ask,
      kind: 'question',
    })),
    ...exercises.map((exercise) => section(exerciseFragment(exercise.id), exercise.title)),
  ];
}

/** Permalinks of the facilitator guides, their glance sheets and their parts. */
export const guideLinks = (course: Course): Permalink[] => course.lessons.flatMap(linksOf);
