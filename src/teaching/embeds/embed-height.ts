/** The type of an embed's message. Repeated in `public/embed.js`, which runs on other sites without imports. */
export const HEIGHT_MESSAGE = 'blueprint-and-build:height';

/** Limit of heights in pixels and of messages in characters; real ones are smaller. */
const TOO_HIGH = 20_000;
const LONGEST_MESSAGE = 500;

/** The height in pixels in a message; undefined for other messages. Same rule as in `public/embed.js`. */
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
