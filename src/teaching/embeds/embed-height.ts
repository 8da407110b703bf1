/** The type of an embed's message. `public/embed.js` repeats it, because it runs alone on other sites. */
export const HEIGHT_MESSAGE = 'blueprint-and-build:height';

/** No piece is as long; nor is a message that tells its height. */
const TOO_HIGH = 20_000;
const LONGEST_MESSAGE = 500;

/** The height in pixels that a message tells; undefined where it is none of ours. Same rule as `public/embed.js`. */
export function readHeight(data: unknown): number | undefined {
  if (typeof data !== 'string' || data.length > LONGEST_MESSAGE) return undefined;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null) return undefined;
    if (!('type' in message) || message.type !== HEIGHT_MESSAGE || !('height' in message)) return undefined;
    const { height } = message;
    return typeof height === 'number' && height > 0 && height < TOO_HIGH ? height : undefined;
  } catch {
    return undefined;
  }
}
