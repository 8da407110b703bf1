import type { GuideBlockData, GuideData, GuideSheet } from '../../course/schemas/guide.ts';
import type { LessonData } from '../../course/schemas/lesson.ts';
import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';

/** The parts of a facilitator guide, in order: fragment, which is permanent, and heading. */
export const GUIDE_PARTS = [
  ['outcomes', 'Outcomes'],
  ['prepare', 'Before the session'],
  ['running-order', 'Running order'],
  ['session', 'The session, block by block'],
  ['sheets', 'Sheets to print'],
  ['remote', 'In a video call'],
  ['sizes', 'With 5, 15 or 40 people'],
  ['objections', 'Objections'],
  ['assess', 'Ideas to assess'],
  ['teach-this', 'Teach this'],
] as const;

export type GuidePart = (typeof GUIDE_PARTS)[number][0];

export const BLOCK_KIND: Readonly<Record<GuideBlockData['kind'], string>> = {
  open: 'Opening',
  tell: 'Short talk',
  ask: 'Question to the room',
  exercise: 'Exercise',
  close: 'Closing',
};

/** Fragments of the blocks, questions and exercises of a guide, from the ids in its file. */
export const blockFragment = (id: string): string => `block-${id}`;
export const askFragment = (id: string): string => `ask-${id}`;
export const exerciseFragment = (id: string): string => `exercise-${id}`;

export const guideTitle = (lesson: string): string => `${lesson} (facilitator guide)`;
export const presentTitle = (lesson: string): string => `${lesson} (slides)`;
export const glanceTitle = (lesson: string): string => `${lesson} (glance sheet)`;

/** Minutes from the start of a session. */
export interface Span {
  from: number;
  to: number;
}

/** A block of a session with its times in the shortest and in the longest version, and its question or exercise. */
export interface TimedBlock {
  block: GuideBlockData;
  question: GuideData['questions'][number] | undefined;
  exercise: GuideData['exercises'][number] | undefined;
  /** Position in the guide, from 1. */
  number: number;
  /** Times in the short version; undefined if it omits the block. */
  short: Span | undefined;
  long: Span;
}

export interface RunningOrder {
  blocks: TimedBlock[];
  /** Total minutes of the core blocks, each at its shortest. */
  shortest: number;
  /** Total minutes of all blocks, each at its longest. */
  longest: number;
}

/** Computes the times of the blocks of a guide in the shortest and the longest version. */
export function runningOrder({
  blocks,
  questions,
  exercises,
}: Pick<GuideData, 'blocks' | 'questions' | 'exercises'>): RunningOrder {
  let shortest = 0;
  let longest = 0;
  const timed = blocks.map((block, index): TimedBlock => {
    const long = { from: longest, to: (longest += block.most) };
    const short = block.core ? { from: shortest, to: (shortest += block.least) } : undefined;
    const question = block.kind === 'ask' ? questions.find(({ id }) => id === block.question) : undefined;
    const exercise =
      block.kind === 'exercise' ? exercises.find(({ id }) => id === block.exercise) : undefined;
    return { block, question, exercise, number: index + 1, short, long };
  });
  return { blocks: timed, shortest, longest };
}

/** Formats a range: "3 to 8", or "5" if both are the same. */
export const minutesFromTo = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} to ${to}`;

/** A sheet that serves the whole room, whatever its size. */
const ROOM = 200;

/** A sheet of which one serves more people than this is no sheet of a group. */
export const MOST_IN_GROUP = 8;

/** How many groups of about a size people make. Of two and one, nobody works alone. */
export const groupCount = (people: number, size: number): number =>
  Math.max(1, size === 2 ? Math.floor(people / 2) : Math.round(people / size));
/** People in groups of about a size: "4 groups of 3 and 1 pair" for 14 in threes. */
export function groupsOf(people: number, size: number): string {
  const groups = groupCount(people, size);
  const [least, larger] = [Math.floor(people / groups), people % groups];
  return listed(
    [[larger, least + 1] as const, [groups - larger, least] as const]
      .filter(([count]) => count > 0)
      .map(([count, of]) => (of === 2 ? countOf(count, 'pair') : `${countOf(count, 'group')} of ${of}`)),
  );
}
/** A note on the size of a group, with the numbers for its people: "{3}" becomes "5 groups of 3". */
export const sizeNote = (note: string, people: number): string =>
  note.replace(/\{(\d+)\}/g, (_, size) => groupsOf(people, Number(size)));

/** What to do before a session, with what the invitation asks. */
export const prepareList = ({ prepare, invite }: Pick<GuideData, 'prepare' | 'invite'>): string[] =>
  invite === undefined ? prepare : [...prepare, `Three days ahead, write to people: “${invite}”`];

/** Copies of a sheet: one for each person, one for each of their groups, or one for so many people. */
export const copiesOf = ({ per }: Pick<GuideSheet, 'per'>, people: number): number =>
  per <= MOST_IN_GROUP ? groupCount(people, per) : Math.ceil(people / per);

/** How many copies to print, in words. */
export function copiesFor({ per }: Pick<GuideSheet, 'per'>): string {
  if (per === 1) return 'Print one for each person.';
  return per >= ROOM ? 'Print one for the room.' : `Print one for every ${per} people.`;
}

/** A sheet with the id of its section on the page, and whether it goes below the one before: same exercise, same people. */
export type NamedSheet = GuideSheet & { id: string; isMore?: boolean };

/** Lines on a page of the attendance sheet. */
const SEATS = 16;

/** The sheet on which people say how a session was. */
export const EVALUATION = {
  id: 'evaluation',
  kind: 'form',
  title: 'How was it?',
  per: 1,
  note: 'No name is needed.',
  fields: [
    'What will you do differently at work, and when?',
    'What helped you most?',
    'What was missing, too long, or unclear?',
    'How sure are you that you will take your step this week, from 0 (not at all) to 10 (certain)? Why?',
  ],
} satisfies NamedSheet;

/** What a statement of participation says of the aims, and what it is not. */
export const aimsOf = (objectives: readonly string[]): string =>
  `Its aims: ${objectives.join(' ')} This says that the person was there. Nobody tested what they can do, so it is no certificate.`;

/** The sheets that every session needs, whatever its lesson. */
export const roomSheets = ({ title, objectives }: Pick<LessonData, 'title' | 'objectives'>): NamedSheet[] => [
  {
    id: 'attendance',
    kind: 'grid',
    title: 'Attendance',
    per: SEATS,
    columns: ['Name', 'Signature'],
    rows: Array.from({ length: SEATS }, (_, index) => String(index + 1)),
  },
  EVALUATION,
  {
    id: 'statement',
    kind: 'form',
    title: 'Statement of participation',
    per: 1,
    note: `The person named below took part in a workshop on “${title}”. ${aimsOf(objectives.map(({ text }) => text))}`,
    fields: ['Name', 'Day, place, and length', 'Led by (name and signature)'],
  },
];

/** All sheets of a workshop: those of its exercises, and those of every session. */
export const sheetsOf = (
  lesson: Pick<LessonData, 'title' | 'objectives'>,
  { exercises }: Pick<GuideData, 'exercises'>,
): NamedSheet[] => [
  ...exercises
    .flatMap(({ sheets }) =>
      sheets.map((sheet, at) => ({ ...sheet, isMore: sheet.per === sheets[at - 1]?.per })),
    )
    .map((sheet, index): NamedSheet => ({ ...sheet, id: String(index + 1) })),
  ...roomSheets(lesson),
];
