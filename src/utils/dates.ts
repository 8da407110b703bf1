const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2024", "2024-02" or "2024-02-04" as an American reads it: "February 4, 2024". */
export function formatAsOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** The latest of some dates. */
export const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map(Number)));

/** A moment as the reader's local day: "November 24, 2026". */
export const longDate = (moment: string | Date): string =>
  new Date(moment).toLocaleDateString('en-US', { dateStyle: 'long' });
