import type { PerSide, SideName } from '../../course/sides.ts';
import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';
import { readerHours } from '../../utils/region.ts';
import type { Answers } from './slice.ts';

/** The states of the momentum grid. */
export type State = 'chaos' | 'momentum' | 'drift' | 'stagnation';

/** A statement as scores and lessons need it. */
export interface Statement {
  id: string;
  side: string;
  text: string;
  /** Id of the lesson that helps most if the act was rare. */
  lesson: string;
}

/** The scores of both sides, from 0 to 100. */
export type Scores = PerSide<number>;
/** The steps of the scale; an answer is the index of one. */
export const FREQUENCIES = ['Not at all', 'Once', 'Two or three times', 'Most days', 'Every day'] as const;
const HIGHEST = FREQUENCIES.length - 1;
const MIDDLE = 50;
/** The change of a score when one of a side's ten or so answers moves from one end of the scale to the other. */
const ONE_ANSWER = 10;

const scoreOf = (answers: Answers, statements: readonly Statement[], side: string): number | undefined => {
  const given = statements
    .filter((statement) => statement.side === side)
    .map(({ id }) => answers[id])
    .filter((answer) => answer !== undefined);
  const sum = given.reduce((total, answer) => total + answer, 0);
  return given.length === 0 ? undefined : Math.round((sum / (given.length * HIGHEST)) * 100);
};

/** The scores of answers to current statements, as far as given; undefined if a side has no answers. */
export function scoresOf(
  answers: Answers,
  statements: readonly Statement[],
  [{ id: one }, { id: other }]: PerSide<{ id: string }>,
): Scores | undefined {
  const [first, second] = [scoreOf(answers, statements, one), scoreOf(answers, statements, other)];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** The number of current statements with an answer. */
export const answeredOf = (answers: Answers, statements: readonly Statement[]): number =>
  statements.filter(({ id }) => answers[id] !== undefined).length;

/** The field of the grid for two scores. A score on an inner line counts as high. */
export function stateOf([first, second]: Scores): State {
  if (first >= MIDDLE) return second >= MIDDLE ? 'momentum' : 'chaos';
  return second >= MIDDLE ? 'stagnation' : 'drift';
}

/** Whether one different answer could move the dot to another field. */
export const nearLine = (scores: Scores): boolean =>
  scores.some((score) => Math.abs(score - MIDDLE) < ONE_ANSWER);

/** The sides, the one with the lower score first; undefined if one different answer could change the order. */
export function weakerFirst<Side>(
  [first, second]: Scores,
  [one, other]: PerSide<Side>,
): PerSide<Side> | undefined {
  if (Math.abs(first - second) < ONE_ANSWER) return undefined;
  return first < second ? [one, other] : [other, one];
}

/** A dot on the grid, for one or more people with the same scores. */
export interface Dot {
  scores: Scores;
  count: number;
}

/** The median and the range of the scores of one side. */
export interface Range {
  median: number;
  lowest: number;
  highest: number;
}

/** A team's results without names. */
export interface Spread {
  people: number;
  dots: Dot[];
  states: Readonly<Record<State, number>>;
  ranges: PerSide<Range>;
}

function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const last = sorted.length - 1;
  return {
    median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    lowest: at(0),
    highest: at(last),
  };
}

/** Computes the spread of a team's scores; undefined for an empty list. */
export function spreadOf(results: readonly Scores[]): Spread | undefined {
  if (results.length === 0) return undefined;
  const dots = new Map<string, Dot>();
  const states: Record<State, number> = { momentum: 0, chaos: 0, stagnation: 0, drift: 0 };
  for (const scores of results) {
    const key = scores.join(' ');
    dots.set(key, { scores, count: (dots.get(key)?.count ?? 0) + 1 });
    states[stateOf(scores)] += 1;
  }
  return {
    people: results.length,
    dots: [...dots.values()],
    states,
    ranges: [rangeOf(results.map(([first]) => first)), rangeOf(results.map(([, second]) => second))],
  };
}

/** Updates a saved order: removes missing items and appends new ones. */
export const inOrder = (ids: readonly string[], saved: readonly string[]): string[] => {
  const still = new Set(saved.filter((id) => ids.includes(id)));
  return [...still, ...ids.filter((id) => !still.has(id))];
};

/** Highest answer that counts as rare: "Once". */
const RARE = 1;
const MOST = 3;

/** Up to three lessons to read next, with the rare acts that led to each: first those of the weaker side. */
export function nextLessons(
  answers: Answers,
  statements: readonly Statement[],
  [first, second]: Scores,
  [one, other]: PerSide<{ id: string }>,
): [lesson: string, acts: Statement[]][] {
  const missing = ({ id }: Statement): number => RARE + 1 - (answers[id] ?? RARE + 1);
  const total = (acts: readonly Statement[]): number => acts.reduce((sum, act) => sum + missing(act), 0);
  const chosen = new Map<string, Statement[]>();
  for (const { id } of second < first ? [other, one] : [one, other]) {
    const rare = statements.filter((statement) => statement.side === id && missing(statement) > 0);
    const byLesson = [...Map.groupBy(rare, ({ lesson }) => lesson)];
    for (const [lesson, acts] of byLesson.sort(([, a], [, b]) => total(b) - total(a)))
      if (!chosen.has(lesson)) chosen.set(lesson, acts);
  }
  return [...chosen].slice(0, MOST);
}

const MOMENT = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: readerHours,
});

/** Formats a stored time in the reader's time zone: "Nov 24, 2026, 9:30 AM". */
export const momentText = (at: string): string => MOMENT.format(new Date(at));
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' });
/** Formats the day of a stored time: "Nov 24, 2026". */
export const dayText = (at: string): string => DAY.format(new Date(at));

/** Instructions for unanswered statements. */
export const missingMessage = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? `Statement ${listed(numbers)} has no answer yet.`
    : `${numbers.length} statements have no answer yet: ${listed(numbers)}.`;

/** Compares the scores in one or two sentences. */
export function verdictOf(scores: Scores, sides: PerSide<SideName>): string {
  const byScore = weakerFirst(scores, sides);
  const line = nearLine(scores)
    ? ' Your dot lies close to a line, so one answer more or less could have put it in another field.'
    : '';
  if (byScore === undefined)
    return `By your own account, you did about as much of both that week. One answer alone can move a score by about 10, so a smaller gap means little.${line}`;
  const [weaker, stronger] = byScore;
  return `By your own account, you did more ${stronger.noun} than ${weaker.noun} that week.${line}`;
}

/** The scores as text, for readers who cannot see the dot. */
export const scoresText = ([first, second]: Scores, [one, other]: PerSide<SideName>): string =>
  `${one.label} ${first} of 100, ${other.noun} ${second} of 100.`;

/** A team's spread as text, for readers who cannot see the dots. */
export const spreadText = ({ people, states }: Spread): string =>
  `${countOf(people, 'person', 'people')}: ${states.momentum} in momentum, ${states.chaos} in chaos, ${states.stagnation} in stagnation, ${states.drift} in drift.`;

const MOST_NAMED = 10;
const LONGEST_NAMED = 20;

/** Lists invalid codes, shortened to fit the page; empty when all are valid. */
export function wrongCodesMessage(wrong: readonly string[]): string {
  if (wrong.length === 0) return '';
  const named = wrong
    .slice(0, MOST_NAMED)
    .map((text) => `“${text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text}”`);
  const more = wrong.length - named.length;
  return ` Not a code, and skipped: ${listed(more > 0 ? [...named, `${more} more`] : named)}. Check for a typing slip.`;
}
