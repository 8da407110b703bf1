/** "0:07", "12:40", "75:00": minutes and seconds, since a guide counts in minutes. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** How the time so far stands against the minutes by which a block is to end. */
export function paceText(seconds: number, endsShort: number | undefined, endsLong: number): string {
  const minutes = seconds / 60;
  if (endsShort !== undefined && minutes <= endsShort) return 'in time for the short session';
  if (minutes <= endsLong) return 'in time for the long session';
  return 'past the time of this block';
}

/** What a session plan gives to a block. */
export const planText = (minutes: string, endsShort: number | undefined, endsLong: number): string =>
  endsShort === undefined
    ? `${minutes}; ends by minute ${endsLong} of the long session, left out of the short one`
    : `${minutes}; ends by minute ${endsShort} of the short session, ${endsLong} of the long one`;
