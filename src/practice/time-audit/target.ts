import { byCategory, CATEGORIES, type CategoryId, type Hours } from './categories.ts';
import { hoursInWords, inHalves, totalHours } from './hours.ts';

/** A category as the page shows it. */
export interface CategoryView {
  label: string;
  /** The suggested share, in percent. */
  target: number;
}

/** More than this in one step is a plan and not a shift. */
const MOST = 2;

/** The suggested shares of a week of this length, in halves of an hour. */
export const targetHours = (hours: Hours, views: Readonly<Record<CategoryId, CategoryView>>): Hours =>
  inHalves(byCategory((id) => (totalHours(hours) * views[id].target) / 100));

/**
 * One plain sentence: what could move from the kind of hour that lies most above the suggestion to the one that lies
 * most below it.
 */
export function shiftSentence(hours: Hours, views: Readonly<Record<CategoryId, CategoryView>>): string {
  const target = targetHours(hours, views);
  const byExcess = [...CATEGORIES].sort((a, b) => hours[b] - target[b] - (hours[a] - target[a]));
  const from = byExcess[0] ?? 'running';
  const to = byExcess.at(-1) ?? 'shaping';
  const movable = Math.min(MOST, hours[from] - target[from], target[to] - hours[to]);
  const amount = Math.floor(movable * 2) / 2;
  if (amount < 0.5) return 'Your week is close to the suggestion as it is; nothing needs to move.';
  return `If you moved ${hoursInWords(amount)} from “${views[from].label}” to “${views[to].label}”, your week would come closer to the suggestion.`;
}
