/** What the windows of one presentation tell each other. */
export type PresenterMessage =
  /** Show the slide of this id. */
  | { slide: string }
  /** A window has opened, and wants to know which slide is up. */
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
