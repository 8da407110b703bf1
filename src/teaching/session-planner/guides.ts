import type { Lesson } from '../../course/types.ts';
import { reviewPath } from '../../utils/paths.ts';
import { smartQuotes } from '../../utils/quotes.ts';
import type { SessionChoice } from './choice.ts';
import { runningOrder, type TimedBlock as GuideBlock } from '../guides/blocks.ts';
import type { GuideBlockData, GuideSheet } from '../../course/schemas/guide.ts';

/** A block of a guide, with its notes for the agenda. */
export interface SessionBlock {
  id: string;
  kind: GuideBlockData['kind'];
  title: string;
  /** Minimum minutes; `most` is the maximum. */
  least: number;
  most: number;
  /** Whether every session includes it. */
  core: boolean;
  happens: string;
  /** For an exercise: materials, and instructions for video calls. */
  materials?: readonly string[];
  remote?: string;
  /** How many people work together. */
  together?: number | undefined;
  sheets?: readonly Pick<GuideSheet, 'title' | 'per'>[];
}

/** What a session of an hour or more begins and ends with, beside its lessons; their number is 0. */
export const AROUND: readonly [welcome: SessionBlock, evaluation: SessionBlock] = [
  {
    id: 'welcome',
    kind: 'open',
    title: 'Welcome',
    least: 3,
    most: 3,
    core: false,
    happens:
      'Say your name, what people will be able to do at the end, and when you stop. Let neighbors say their names, and what they hope to take home.',
  },
  {
    id: 'evaluation',
    kind: 'close',
    title: 'How was it?',
    least: 4,
    most: 4,
    core: false,
    happens:
      'Give out the evaluation sheets; in a call, post their questions in the chat. Keep three minutes quiet for them, and say that a mail comes in a week.',
  },
];

/** A case to decide in, for the planner. */
export interface SessionCase {
  id: string;
  /** Number of the lesson that it practices. */
  lesson: number;
  title: string;
  /** Minutes that one person needs for it. */
  minutes: number;
  /** Paths with the base path: of its lasting link and of its page. */
  lasting: string;
  path: string;
  /** Names of its deck and copies, which are beside its page. */
  files: readonly string[];
}

/** Group sizes that every guide has notes for. */
const GROUP_SIZES = [5, 15, 40] as const;
type GroupSize = (typeof GROUP_SIZES)[number];

/** The data of a facilitator guide for the planner. */
export interface SessionGuide {
  number: number;
  title: string;
  blocks: readonly SessionBlock[];
  sizes: Readonly<Record<GroupSize, string>>;
  remote: string;
  /** Path of the lesson's lasting link, with the base path; `guide` is that of the guide. */
  lasting: string;
  guide: string;
  objectives: readonly string[];
  /** What the invitation asks of people; empty if nothing. */
  invite: string;
  /** Paths of questions to answer before the session, and of others for after it. */
  before: string;
  after: string;
  /** The step of the week, as a sentence; empty if the lesson has none. */
  week: string;
  /** Path of the kit of its workshop; empty if the build made none. */
  kit: string;
}

/** What of a guide is needed for planning. */
export type TimedGuide = Pick<SessionGuide, 'number' | 'title' | 'blocks'>;

/** The group size with notes that is nearest; of two, the larger one. */
export const nearestSize = (people: number): GroupSize =>
  GROUP_SIZES.reduce((best, size) => (Math.abs(size - people) <= Math.abs(best - people) ? size : best));

function inSession({ block, question, exercise }: GuideBlock): SessionBlock {
  const { id, kind, title, least, most, core } = block;
  const timed = { id, kind, title, least, most, core };
  if (question !== undefined) return { ...timed, happens: `Ask: ${question.ask}` };
  if (exercise === undefined) return { ...timed, happens: 'do' in block ? block.do : '' };
  const { purpose, groups, together, materials, remote } = exercise;
  return {
    ...timed,
    happens: `${purpose} Groups: ${groups.charAt(0).toLowerCase()}${groups.slice(1)}.`,
    materials,
    remote,
    together,
    sheets: exercise.sheets.map(({ title: name, per }) => ({ title: name, per })),
  };
}

function stepOf({ outline: { thisWeek } }: Lesson): string {
  return thisWeek === undefined ? '' : smartQuotes(`If ${thisWeek.if}, then ${thisWeek.then}.`);
}

/** The guides of a course for the planner, in course order. */
export const sessionGuides = (
  lessons: readonly Lesson[],
  link: (path: string) => string,
  lasting: (lesson: Lesson) => string,
  kitOf: (lesson: Lesson) => string | undefined,
): SessionGuide[] =>
  lessons.flatMap((lesson) => {
    const { number, title, guide } = lesson;
    if (guide === undefined) return [];
    const kit = kitOf(lesson);
    return {
      number,
      title,
      blocks: runningOrder(guide).blocks.map(inSession),
      sizes: guide.sizes,
      remote: guide.remote,
      lasting: link(lasting(lesson)),
      guide: link(guide.path),
      objectives: lesson.objectives.map(({ text }) => text),
      invite: guide.invite ?? '',
      before: link(reviewPath(lesson.id)),
      after: link(`${lesson.path}#check-yourself`),
      week: stepOf(lesson),
      kit: kit === undefined ? '' : link(kit),
    };
  });

/** Minutes for the questions at the end of a case, at least and at most. */
const DEBRIEF = { least: 10, most: 25 };

const CASE = 'case-';

export const isCase = ({ id }: Pick<SessionBlock, 'id'>): boolean => id.startsWith(CASE);

/** A case as a part of a session: a group needs its minutes up to twice, and the debrief. */
export const caseBlock = ({ id, title, minutes }: SessionCase): SessionBlock => ({
  id: CASE + id,
  kind: 'exercise',
  title: `Case: ${title}`,
  least: minutes + DEBRIEF.least,
  most: 2 * minutes + DEBRIEF.most,
  core: true,
  happens: 'Read each scene out. The room decides by a show of hands, and talks about it at the end.',
  materials: [
    'The page of the case for a room, or its slides.',
    'Its sheets for participants, one set for each three.',
  ],
  remote: 'Share the page of the case. People type A, B, C, or D into the chat, and you count.',
  together: 3,
});

/**
 * The chosen lessons with the chosen cases: each before the close of the lesson that it practices or, where that is not
 * in the session, of the last one.
 */
export function withCases(
  choice: Pick<SessionChoice, 'lessons' | 'cases'>,
  guides: readonly SessionGuide[],
  cases: readonly SessionCase[],
): SessionGuide[] {
  const last = guides.findLast(({ number }) => choice.lessons.includes(number))?.number;
  return guides.map((guide) => {
    const own = cases
      .filter(({ id }) => choice.cases.includes(id))
      .filter(({ lesson }) => guide.number === (choice.lessons.includes(lesson) ? lesson : last));
    const close = guide.blocks.findLastIndex(({ kind }) => kind === 'close');
    const at = close === -1 ? guide.blocks.length : close;
    return { ...guide, blocks: guide.blocks.toSpliced(at, 0, ...own.map(caseBlock)) };
  });
}
