import { reachedFrom } from '@/offline/assets.ts';
import { isPage, OFFLINE_LIST, type OfflineList } from '@/offline/files.ts';
import { addressIn, cacheName, pathIn } from '@/offline/paths.ts';
import { OFFLINE_PATH } from '@/routes.ts';

/** What this device keeps of the site: one cache, that the worker and the page both use. Paths are without the base path. */

const BASE = import.meta.env.BASE_URL;
export const NAME = cacheName(BASE);
/** Files of a new edition wait here until all of them are there (`course.ts`). */
export const NEXT = `${NAME} next`;

export const addressOf = (path: string): string => addressIn(location.origin, BASE, path);
export const pathOf = (url: string): string => pathIn(BASE, url);

/** Does work on the cache that nothing may come between: the worker and every open page write there. */
export const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(NAME, work);

/** Whether anything is kept. A worker that was removed lives on in open pages, and must keep nothing more. */
export const isKeeping = (): Promise<boolean> => caches.has(NAME);
export const forgetAll = (): Promise<unknown> =>
  alone(() => Promise.all([NAME, NEXT].map((name) => caches.delete(name))));

export const keptFile = (path: string, cacheName = NAME): Promise<Response | undefined> =>
  caches.match(addressOf(path), { cacheName });
const keptText = async (path: string): Promise<string | undefined> => (await keptFile(path))?.text();

export async function keptPaths(): Promise<string[]> {
  if (!(await isKeeping())) return [];
  return (await (await caches.open(NAME)).keys()).map(({ url }) => pathOf(url));
}

export async function put(path: string, response: Response, name = NAME): Promise<void> {
  await (await caches.open(name)).put(addressOf(path), response);
}

/** Keeps a file, where anything is kept at all. */
export const keep = (path: string, response: Response): Promise<void> =>
  alone(async () => {
    if (await isKeeping()) await put(path, response);
  });

export async function drop(paths: Iterable<string>): Promise<void> {
  const cache = await caches.open(NAME);
  for (const path of paths) await cache.delete(addressOf(path));
}

/**
 * Fetches a file of the site as it is now: a browser may have stored that it was missing a moment ago.
 * @throws where the site does not have it
 */
export async function fetchFile(path: string, signal: AbortSignal | null = null): Promise<Response> {
  const response = await fetch(addressOf(path), { cache: 'no-cache', signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response;
}

/**
 * Keeps a page with all that it asks for, so that no kept page lacks its files.
 * @throws where one of these files is not to be had; what was kept of the page before stays
 */
export async function keepPage(path: string, response: Response): Promise<void> {
  const before = await keptText(path);
  const text = await response.clone().text();
  const files = new Map<string, Response>();
  await reachedFrom([text], async (asset) => {
    const file = (await keptFile(asset)) ?? (await fetchFile(asset));
    files.set(asset, file.clone());
    return file.text();
  });
  await alone(async () => {
    if (!(await isKeeping())) return;
    // One that was kept may have been dropped with another page meanwhile.
    for (const [asset, file] of files) if ((await keptFile(asset)) === undefined) await put(asset, file);
    await put(path, response);
    if (before !== undefined && before !== text) await dropUnused();
  });
}

/**
 * Begins to keep, with the page that says what is kept.
 * @throws where that cannot be kept; a device that kept nothing then keeps nothing
 */
export async function beginKeeping(): Promise<void> {
  await caches.open(NAME);
  try {
    await keepPage(OFFLINE_PATH, await fetchFile(OFFLINE_PATH));
  } catch (error) {
    if ((await keptPaths()).length === 0) await forgetAll();
    throw error;
  }
}

/** The list of the whole course, where this device has all of it. */
export async function keptList(): Promise<OfflineList | undefined> {
  return (await (await keptFile(OFFLINE_LIST))?.json()) as OfflineList | undefined;
}

/** Drops hashed files that no kept page asks for any more. Files of old pages stay as long as these pages. */
export async function dropUnused(): Promise<void> {
  const paths = await keptPaths();
  const pages = await Promise.all(paths.filter(isPage).map((path) => keptText(path)));
  const used = await reachedFrom(
    pages.filter((text) => text !== undefined),
    keptText,
  );
  const listed = new Set((await keptList())?.files.map(([path]) => path));
  await drop(paths.filter((path) => path.startsWith('/_astro/') && !used.has(path) && !listed.has(path)));
}
