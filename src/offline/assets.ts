/** File names as pages, scripts and style sheets write them: "/_astro/a.js", "./a.js", "_astro/a.js". */
const NAMED = /(?:_astro|["'`(]\.)\/([\w.-]+\.(?:js|css|woff2))/g;

/** Paths of the hashed files that a page, script or style sheet references. */
export const assetsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(NAMED)].map(([, name = '']) => `/_astro/${name}`)),
];

/** Whether a file may reference other files. */
export const asksForOthers = (path: string): boolean => /\.(?:js|css)$/.test(path);

/**
 * The files that texts reference, directly or through other files.
 * @param read the text of a file; undefined if it does not exist
 */
export async function reachedFrom(
  texts: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<Set<string>> {
  const reached = new Set(texts.flatMap(assetsIn));
  // Iterating a set includes items added during the loop.
  for (const path of reached) {
    if (!asksForOthers(path)) continue;
    for (const next of assetsIn((await read(path)) ?? '')) reached.add(next);
  }
  return reached;
}
