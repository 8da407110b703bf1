const LONG = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' });

/** A date such as "2024", "2024-02" or "2024-02-04" in US English: "February 4, 2024". */
export function formatAsOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  return (day === undefined ? MONTH : LONG).format(new Date(date));
}

/** A date as a day in UTC: "November 23, 2026". */
export const formatDay = (date: Date): string => LONG.format(date);
/** The day of a date in UTC: "2026-11-23". */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
/** The latest of the dates. */
export const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map(Number)));

/** The local day of a time: "November 24, 2026". */
export const longDate = (moment: string | Date): string =>
  new Date(moment).toLocaleDateString('en-US', { dateStyle: 'long' });
