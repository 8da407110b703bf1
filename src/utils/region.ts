/** Regions whose week begins on Sunday, for browsers that cannot tell. */
const SUNDAY_FIRST = /^(?:BR|CA|CO|HK|ID|IL|IN|JP|KR|MX|PH|TH|TW|US|ZA)$/;

/** The first day of the week in the region of a language tag, 0 for Sunday. */
export function firstWeekday(language: string): number {
  const locale: Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } } =
    new Intl.Locale(language);
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return info === undefined ? Number(!SUNDAY_FIRST.test(locale.maximize().region ?? '')) : info.firstDay % 7;
}

/** Whether the reader's region counts twelve or twenty-four hours, for formats in US English. */
export const { hourCycle: readerHours } = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
}).resolvedOptions();

const CLOCK = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  timeStyle: 'short',
  hourCycle: readerHours,
});

/** Parses a time of day, "00:00" to "23:59"; undefined when invalid. */
export const timeOf = (text: string): string | undefined =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;

/**
 * A time of day, or the one some minutes after it, as the reader's region writes it: "4:00 PM" or "16:00" for "16:00".
 */
export function clockTime(time: string, minutes = 0): string {
  const at = new Date(Date.parse(`1970-01-01T${time}:00Z`) + minutes * 60_000);
  return `${CLOCK.format(at).replace('\u202f', ' ')}${at.getUTCDate() === 1 ? '' : ' (next day)'}`;
}
