/** The page answers within a frame or so while something long is worked on. */
const SLICE_MS = 12;

/**
 * Works through something long in slices, and lets the page go on in between.
 * @param isStale whether the result is no longer wanted; the work then stops, and there is none
 * @throws what the work throws
 */
export async function inSlices<Result>(
  steps: Generator<void, Result>,
  isStale: () => boolean,
): Promise<Result | undefined> {
  let begun = performance.now();
  while (!isStale()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
  return undefined;
}
