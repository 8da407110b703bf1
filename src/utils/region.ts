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

/** A time of day as the reader's region writes it: "4:00 PM" or "16:00" for "16:00". */
export const clockTime = (time: string): string => CLOCK.format(new Date(`1970-01-01T${time}:00Z`));
