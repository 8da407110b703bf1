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

/** A message between the windows of one presentation. */
export type PresenterMessage =
  /** Shows the slide with this id. */
  | { slide: string }
  /** A new window asks for the current slide. */
  | { asks: true };

/** Reads a message from another window; undefined when invalid. */
export function readPresenterMessage(data: unknown): PresenterMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('slide' in data && typeof data.slide === 'string') return { slide: data.slide };
  if ('asks' in data && data.asks === true) return { asks: true };
  return undefined;
}

/** The channel name of a presentation, made from its address. */
export const channelName = (pathname: string): string => `slides of ${pathname}`;
