import type { Guide, Lesson, Course } from '../../course/types.ts';
import type { GuideBlockData } from '../../course/schemas/guide.ts';
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

/** The blocks of a guide for use during the session, each with its number. */
interface InTheRoom {
  asks: { number: number; question: Guide['questions'][number] }[];
  exercises: { number: number; exercise: Guide['exercises'][number] }[];
  /** The last block that closes a session. */
  closing: { number: number; block: Extract<GuideBlockData, { kind: 'close' }> } | undefined;
}

/** Selects the questions, the exercises and the close of a guide, in the order of its blocks. */
export function inTheRoom({ blocks, questions, exercises }: Guide): InTheRoom {
  const found: InTheRoom = { asks: [], exercises: [], closing: undefined };
  blocks.forEach((block, index) => {
    const number = index + 1;
    if (block.kind === 'close') found.closing = { number, block };
    if (block.kind === 'ask')
      for (const question of questions)
        if (question.id === block.question) found.asks.push({ number, question });
    if (block.kind === 'exercise')
      for (const exercise of exercises)
        if (exercise.id === block.exercise) found.exercises.push({ number, exercise });
  });
  return found;
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
