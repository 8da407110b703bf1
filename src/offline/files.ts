import { isInternal } from '../routes.ts';
import { EDITIONS_PATH } from '../course/archived-edition.ts';

/** Path of the list of files to cache, written by the build. */
export const OFFLINE_LIST = '/offline.json';

/** A file of the site: path without the base path, start of its hash, bytes. */
export type OfflineFile = readonly [path: string, hash: string, bytes: number];

/** The files to cache for the whole course. */
export interface OfflineList {
  edition: string | undefined;
  files: OfflineFile[];
}

const ASSETS = /^\/(?:_astro|pagefind)\/|^\/search\/(?:quick|later|words)\.json$|^\/favicon\.svg$/;
const HASHED = /^\/(?:_astro|pagefind\/(?:index|fragment))\//;

/** Whether a path is that of a page. */
export const isPage = (path: string): boolean => path.endsWith('/');
/** The page of an address without its last "/" or with the name of the page's file; undefined for other files. */
export function meantPage(path: string): string | undefined {
  if (isPage(path)) return path;
  if (path.endsWith('/index.html')) return path.slice(0, -'index.html'.length);
  return path.slice(path.lastIndexOf('/')).includes('.') ? undefined : `${path}/`;
}
/**
 * Whether a text is a whole page of this site: each uses files of its folder for scripts and styles, and ends. Astro puts
 * some scripts after the end.
 */
export const isOwnPage = (html: string): boolean =>
  html.includes('/_astro/') && /<\/html>\s*(?:<script [^>]*><\/script>\s*)*$/.test(html);
/** Whether a file name contains a content hash, so that the file never changes. */
export const isHashed = (path: string): boolean => HASHED.test(path);
/** Whether pages need the file: scripts, styles, fonts, search. */
export const isAsset = (path: string): boolean => ASSETS.test(path);

/** Whether a file may be cached; downloads, social images and redirects are not. */
export const isCacheable = (path: string): boolean =>
  isPage(path) ? !isInternal(path) && !path.startsWith(EDITIONS_PATH) : isAsset(path);

/** Files in cache order: assets, then pages, then lists of pages. */
export function inOrder(files: readonly OfflineFile[]): OfflineFile[] {
  const rank = ([path]: OfflineFile): number => (isPage(path) ? 1 : path.startsWith('/_astro/') ? 0 : 2);
  return files.toSorted((a, b) => rank(a) - rank(b));
}

/** The start of a file's SHA-256, used by the build and the browser: enough to tell two versions of a file apart. */
export async function hashOf(content: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes.slice(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** File names as pages, scripts and style sheets write them: "/_astro/a.js", "./a.js", "_astro/a.js". */
const NAMED = /(?:_astro|["'`(]\.)\/([\w.-]+\.(?:js|css|woff2))/g;

/** Paths of the hashed files that a page, script or style sheet references. */
export const assetsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(NAMED)].map(([, name = '']) => `/_astro/${name}`)),
];

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
    if (!/\.(?:js|css)$/.test(path)) continue;
    for (const next of assetsIn((await read(path)) ?? '')) reached.add(next);
  }
  return reached;
}
