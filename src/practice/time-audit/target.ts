import { byCategory, CATEGORIES, type CategoryId, type Hours } from './categories.ts';
import { hoursInWords, inHalves, totalHours } from './hours.ts';

/** A category with its label and suggested share. */
export interface CategoryView {
  label: string;
  /** The suggested share, in percent. */
  target: number;
}

/** Maximum hours to suggest as a shift; more would need a plan. */
const MOST = 2;

/** The suggested hours of a week with the same total, in halves. */
export const targetHours = (hours: Hours, views: Readonly<Record<CategoryId, CategoryView>>): Hours =>
  inHalves(byCategory((id) => (totalHours(hours) * views[id].target) / 100));

/**
 * One sentence with a shift of hours from the category that is furthest above its suggestion to the one that is furthest
 * below.
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
