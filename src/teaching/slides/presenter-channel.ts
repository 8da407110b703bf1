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
