/** Compares the elapsed time with the minutes by which a block should end. */
export function paceText(seconds: number, endsShort: number | undefined, endsLong: number): string {
  const minutes = seconds / 60;
  if (endsShort !== undefined && minutes <= endsShort) return 'in time for the short session';
  if (minutes <= endsLong) return 'in time for the long session';
  return 'past the time of this block';
}

export const planText = (minutes: string, endsShort: number | undefined, endsLong: number): string =>
  endsShort === undefined
    ? `${minutes}; ends by minute ${endsLong} of the long session, left out of the short one`
    : `${minutes}; ends by minute ${endsShort} of the short session, ${endsLong} of the long one`;

/** The channel of the windows of one presentation, made from its address. They say the id of a slide, or nothing to ask for it. */
export const channelName = (pathname: string): string => `slides of ${pathname}`;
