import { readerHours } from '../../utils/region.ts';
import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';
import type { PerSide, SideName } from '../../course/sides.ts';
import { nearLine, weakerFirst, type Scores, type Spread } from './scores.ts';

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
