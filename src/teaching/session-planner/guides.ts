import type { Guide, Lesson } from '../../course/types.ts';
import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** The fields of a block used for planning. */
export interface TimedBlock {
  id: string;
  kind: GuideBlockData['kind'];
  title: string;
  /** Minutes that it takes at least, and that it is worth at most. */
  least: number;
  most: number;
  /** Whether even a short session needs it. */
  core: boolean;
}

/** The fields of a lesson used for planning. */
export interface TimedGuide {
  /** Place of the lesson in the course. */
  number: number;
  title: string;
  blocks: readonly TimedBlock[];
}

/** A block with its notes for the agenda. */
export interface SessionBlock extends TimedBlock {
  happens: string;
  /** For an exercise: materials, and instructions for video calls. */
  materials?: readonly string[];
  remote?: string;
}

/** The sizes of groups that every guide has notes for. */
export const GROUP_SIZES = [5, 15, 40] as const;
export type GroupSize = (typeof GROUP_SIZES)[number];

/** A facilitator guide as the planner needs it. */
export interface SessionGuide extends TimedGuide {
  blocks: readonly SessionBlock[];
  sizes: Readonly<Record<GroupSize, string>>;
  remote: string;
  /** Paths of the lesson's lasting link and of its guide, with the base path. */
  lasting: string;
  guide: string;
}

/** The size of group whose notes fit best; halfway, that of the larger group. */
export const nearestSize = (people: number): GroupSize =>
  GROUP_SIZES.reduce((best, size) => (Math.abs(size - people) <= Math.abs(best - people) ? size : best));

function inSession(block: GuideBlockData, { questions, exercises }: Guide): SessionBlock {
  const { id, kind, title, least, most, core } = block;
  const timed = { id, kind, title, least, most, core };
  if (block.kind === 'ask') {
    const asked = questions.find((question) => question.id === block.question);
    return { ...timed, happens: asked === undefined ? '' : `Ask: ${asked.ask}` };
  }
  if (block.kind !== 'exercise') return { ...timed, happens: block.do };
  const exercise = exercises.find((each) => each.id === block.exercise);
  if (exercise === undefined) return { ...timed, happens: '' };
  const { purpose, groups, materials, remote } = exercise;
  return { ...timed, happens: `${purpose} Groups: ${groups.toLowerCase()}.`, materials, remote };
}

/** The guides of a course that the planner can lay out, in course order. */
export const sessionGuides = (
  lessons: readonly Lesson[],
  link: (path: string) => string,
  lasting: (lesson: Lesson) => string,
): SessionGuide[] =>
  lessons.flatMap((lesson) => {
    const { number, title, guide } = lesson;
    if (guide === undefined) return [];
    return {
      number,
      title,
      blocks: guide.blocks.map((block) => inSession(block, guide)),
      sizes: guide.sizes,
      remote: guide.remote,
      lasting: link(lasting(lesson)),
      guide: link(guide.path),
    };
  });
