/** A message between the windows of one presentation. */
export type PresenterMessage =
  /** Show the slide of this id. */
  | { slide: string }
  /** A new window asks for the current slide. */
  | { asks: true };

/** Reads what another window sent; undefined where it is nothing that these windows say. */
export function readPresenterMessage(data: unknown): PresenterMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if ('slide' in data && typeof data.slide === 'string') return { slide: data.slide };
  if ('asks' in data && data.asks === true) return { asks: true };
  return undefined;
}

/** The name under which the windows of a presentation find each other: its address. */
export const channelName = (pathname: string): string => `slides of ${pathname}`;
