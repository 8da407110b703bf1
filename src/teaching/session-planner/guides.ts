import { counted } from './choice.ts';
import type { Guide, Lesson } from '../../course/types.ts';
import { reviewPath } from '../../utils/paths.ts';
import { smartQuotes } from '../../utils/quotes.ts';
import type { SessionChoice } from './choice.ts';
import { groupCount, MOST_IN_GROUP, runningOrder, type TimedBlock as GuideBlock } from '../guides/blocks.ts';
import type { GuideBlockData, GuideSheet } from '../../course/schemas/guide.ts';

/** The fields of a block used for planning. */
export interface TimedBlock {
  id: string;
  kind: GuideBlockData['kind'];
  title: string;
  /** Minimum minutes; `most` is the maximum. */
  least: number;
  most: number;
  /** Whether every session includes it. */
  core: boolean;
}

export interface TimedGuide {
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
  /** How many people work together. */
  group?: number;
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
export interface SessionGuide extends TimedGuide {
  blocks: readonly SessionBlock[];
  sizes: Readonly<Record<GroupSize, string>>;
  remote: string;
  /** Path of the lesson's lasting link, with the base path; `guide` is that of the guide. */
  lasting: string;
  guide: string;
  /** Paths of questions to answer before the session, and of others for after it. */
  before: string;
  after: string;
  /** The step of the week, as a sentence; empty if the lesson has none. */
  week: string;
  /** Path of the kit of its workshop; empty if the build made none. */
  kit: string;
}

/** The group size with notes that is nearest; of two, the larger one. */
export const nearestSize = (people: number): GroupSize =>
  GROUP_SIZES.reduce((best, size) => (Math.abs(size - people) <= Math.abs(best - people) ? size : best));

function inSession({ block, question, exercise }: GuideBlock): SessionBlock {
  const { id, kind, title, least, most, core } = block;
  const timed = { id, kind, title, least, most, core };
  if (question !== undefined) return { ...timed, happens: `Ask: ${question.ask}` };
  if (exercise === undefined) return { ...timed, happens: 'do' in block ? block.do : '' };
  const { purpose, groups, materials, remote } = exercise;
  const group = groupSize(exercise);
  return {
    ...timed,
    happens: `${purpose} Groups: ${groups.charAt(0).toLowerCase()}${groups.slice(1)}.`,
    materials,
    remote,
    ...(group === undefined ? {} : { group }),
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
      before: link(reviewPath(lesson.id)),
      after: link(`${lesson.path}#check-yourself`),
      week: stepOf(lesson),
      kit: kit === undefined ? '' : link(kit),
    };
  });

const SIZES: readonly (readonly [word: RegExp, size: number])[] = [
  [/\bpairs?\b/i, 2],
  [/\bthrees?\b/i, 3],
  [/\bfours?\b/i, 4],
  [/\bfives?\b/i, 5],
  [/\bsix(?:es)?\b/i, 6],
];

/** How many people work together: those who share cards or strips, otherwise what the guide says of its groups. */
function groupSize({
  groups,
  sheets,
}: Pick<Guide['exercises'][number], 'groups' | 'sheets'>): number | undefined {
  const shared = sheets.find(
    ({ kind, per }) => (kind === 'cards' || kind === 'strips') && per > 1 && per <= MOST_IN_GROUP,
  );
  if (shared !== undefined) return shared.per;
  const named = SIZES.map(([word, size]) => ({ at: groups.search(word), size })).filter(({ at }) => at >= 0);
  return named.sort((one, other) => one.at - other.at)[0]?.size;
}

/** A group of people in groups of about a size: "14 people: 4 groups of 3 and 1 group of 2." */
export function groupsOf(people: number, size: number): string {
  const groups = groupCount(people, size);
  const least = Math.floor(people / groups);
  const larger = people % groups;
  const parts = [
    [larger, least + 1],
    [groups - larger, least],
  ] as const;
  const named = parts
    .filter(([count]) => count > 0)
    .map(([count, of]) => `${counted(count, 'group')} of ${of}`);
  return `${counted(people, 'person', 'people')}: ${named.join(' and ')}.`;
}

/** Minutes for the questions at the end of a case, at least and at most. */
const DEBRIEF = { least: 10, most: 25 };

const CASE = 'case-';

export const isCase = ({ id }: Pick<TimedBlock, 'id'>): boolean => id.startsWith(CASE);

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
    'Its sheets for participants, one set for three.',
  ],
  remote: 'Share the page of the case. People type A, B, C, or D into the chat, and you count.',
  group: 3,
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
