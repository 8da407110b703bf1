import { formatAsOf } from '../../utils/dates.ts';

/** The start of a local day, optionally some days later. */
const dayStart = (date: Date, later = 0): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + later);

/** The local day as "2026-11-27". */
export function localDay(date: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Whether a card is due today or earlier, regardless of the hour. */
export const isDue = (due: Date, now: Date): boolean => due < dayStart(now, 1);

/** Formats a future day: "tomorrow", "in 3 days, on November 27, 2026". */
export function inDays(due: Date, now: Date): string {
  // Rounded: a day may have 23 or 25 hours.
  const days = Math.round((dayStart(due).getTime() - dayStart(now).getTime()) / 86_400_000);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days, on ${formatAsOf(localDay(due))}`;
}

/** The next day with this weekday, never today; 0 is Sunday. */
export function nextWeekday(weekday: number, now: Date): string {
  const ahead = (((weekday - now.getDay()) % 7) + 7) % 7;
  return localDay(dayStart(now, ahead === 0 ? 7 : ahead));
}
