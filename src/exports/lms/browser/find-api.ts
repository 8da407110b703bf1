/** The object through which a page speaks to a SCORM runtime: methods by their names. */
export type ScormApi = Record<string, (...args: string[]) => unknown>;

/** Frames that a search climbs: no system has more, and a page that frames itself would never end it. */
const MOST_FRAMES = 12;
/** A system may put its API into the page a moment after it opened ours. */
const ATTEMPTS = 10;
const PAUSE = 300;

/** The API in a window or in one of those that frame it. A window of another site tells nothing. */
function inFrames(from: Window, name: string): ScormApi | undefined {
  let at = from;
  for (let climbed = 0; climbed < MOST_FRAMES; climbed += 1) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api !== undefined && api !== null) return api as ScormApi;
    } catch {
      // Of another site; the one that frames it may be ours again.
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** The API of this name in the frames around the page, or around the page that opened it. */
export function findApi(name: string): ScormApi | undefined {
  const openers: unknown[] = [() => window.opener as unknown, () => window.top?.opener as unknown].map(
    (get) => {
      try {
        return get();
      } catch {
        return undefined;
      }
    },
  );
  return [window, ...openers]
    .filter((from): from is Window => from !== null && from !== undefined)
    .map((from) => inFrames(from, name))
    .find((api) => api !== undefined);
}

/** The same, looked for again for a few seconds. */
export async function awaitApi(name: string): Promise<ScormApi | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const api = findApi(name);
    if (api !== undefined || attempt === ATTEMPTS) return api;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
