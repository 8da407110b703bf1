/** The API object of a SCORM runtime: methods by name. */
export type ScormApi = Record<string, (...args: string[]) => unknown>;

/** Most parent frames to search; a limit, because a page can frame itself. */
const MOST_FRAMES = 12;
/** Attempts to find the API, as systems may add it after they open the page. */
const ATTEMPTS = 10;
const PAUSE = 300;

/** Finds the API in a window or its parents. Windows of other origins are not readable. */
function inFrames(from: Window, name: string): ScormApi | undefined {
  let at = from;
  for (let climbed = 0; climbed < MOST_FRAMES; climbed += 1) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api !== undefined && api !== null) return api as ScormApi;
    } catch {
      // Another origin; its parent may be readable again.
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** Finds the API in the parents of the page or of its opener. */
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

/** Finds the API, with retries for a few seconds. */
export async function awaitApi(name: string): Promise<ScormApi | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const api = findApi(name);
    if (api !== undefined || attempt === ATTEMPTS) return api;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
