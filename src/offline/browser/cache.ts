import { isOwnPage, isPage, OFFLINE_LIST, type OfflineList, reachedFrom, hashOf } from '@/offline/files.ts';
import { addressIn, cacheName, pathIn } from '@/offline/paths.ts';
import { OFFLINE_PATH } from '@/routes.ts';

/** The cache of the site on this device, for the worker and pages. Paths are without the base path. */

const BASE = import.meta.env.BASE_URL;
/** Name of the cache. */
export const NAME = cacheName(BASE);
/** Cache for the files of a new edition until all of them are fetched (`course.ts`). */
export const NEXT = `${NAME} next`;

/** The absolute address of a path of this site. */
export const addressOf = (path: string): string => addressIn(location.origin, BASE, path);
/** The path of an address of this site; empty for other addresses. */
export const pathOf = (url: string): string => pathIn(BASE, url);

/** Runs work with exclusive access to the cache, because the worker and every open page write to it. */
export const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(NAME, work);

/** Whether caching is on. A removed worker stays active in open pages and must not cache anything. */
export const isCaching = (): Promise<boolean> => caches.has(NAME);
/** Deletes all cached files, which turns caching off. */
export const deleteCaches = (): Promise<unknown> =>
  alone(() => Promise.all([NAME, NEXT].map((name) => caches.delete(name))));

/** A cached file; undefined if it is not cached. */
export const cachedFile = (path: string, cacheName = NAME): Promise<Response | undefined> =>
  caches.match(addressOf(path), { cacheName });
const cachedText = async (path: string): Promise<string | undefined> => (await cachedFile(path))?.text();

/** Paths of all cached files. */
export async function cachedPaths(): Promise<string[]> {
  if (!(await isCaching())) return [];
  return (await (await caches.open(NAME)).keys()).map(({ url }) => pathOf(url));
}

/** All cached files, read at once: one request for each is slow with a whole course. */
export async function cachedFiles(): Promise<{ path: string; content: Blob }[]> {
  if (!(await isCaching())) return [];
  const responses = await (await caches.open(NAME)).matchAll();
  return Promise.all(
    responses.map(async (response) => ({ path: pathOf(response.url), content: await response.blob() })),
  );
}

/** Writes a file to a cache. */
export async function put(path: string, response: Response, name = NAME): Promise<void> {
  await (await caches.open(name)).put(addressOf(path), response);
}

/** Removes files from the cache. */
export async function drop(paths: Iterable<string>): Promise<void> {
  const cache = await caches.open(NAME);
  for (const path of paths) await cache.delete(addressOf(path));
}

/** Milliseconds after which a file that hangs is given up. */
const PATIENCE = 60_000;

/**
 * Fetches the current version of a file, past the HTTP cache, which may contain an old 404.
 * @param stop ends the fetch
 * @throws if the response is not OK or does not come whole
 */
export async function fetchFile(path: string, stop = new AbortController().signal): Promise<Response> {
  const hangs = new AbortController();
  const timer = setTimeout(() => hangs.abort(), PATIENCE);
  try {
    const signal = AbortSignal.any([stop, hangs.signal]);
    const response = await fetch(addressOf(path), { cache: 'no-cache', signal });
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    await response.clone().arrayBuffer();
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** The file list of the current edition. @throws if it cannot be fetched */
export const courseList = async (): Promise<OfflineList> =>
  (await (await fetchFile(OFFLINE_LIST)).json()) as OfflineList;

/** The hashes of the site's files, by path. */
let hashes = new Map<string, string>();

/** Whether a file is the one that the list of the current edition names. */
async function isListed(path: string, response: Response): Promise<boolean> {
  const hash = await hashOf(await response.arrayBuffer());
  if (hashes.get(path) === hash) return true;
  hashes = new Map((await courseList()).files.map(([file, its]) => [file, its]));
  return hashes.get(path) === hash;
}

/**
 * Whether a response may be cached: whole, not redirected, and from this site. A network that asks for a sign-in, or a
 * host with a page for all that is missing, answers other requests with a page of its own.
 */
async function isSound(path: string, response: Response): Promise<boolean> {
  if (response.status !== 200 || response.redirected || response.type !== 'basic') return false;
  const copy = response.clone();
  return isPage(path) ? isOwnPage(await copy.text()) : isListed(path, copy);
}

/** Caches a file, if caching is on and the file is the one of this site. */
export async function cacheFile(path: string, response: Response): Promise<void> {
  if (!(await isSound(path, response))) return;
  await alone(async () => {
    if (await isCaching()) await put(path, response);
  });
}

/**
 * Caches a page with all files that it uses.
 * @throws if the page or one of the files is missing or not of this site; an older copy of the page then stays
 */
export async function cachePage(path: string, response: Response): Promise<void> {
  if (!(await isSound(path, response))) throw new Error(`${path} is not a page of this site.`);
  const before = await cachedText(path);
  const text = await response.clone().text();
  const files = new Map<string, Response>();
  await reachedFrom([text], async (asset) => {
    const cached = await cachedFile(asset);
    const file = cached ?? (await fetchFile(asset));
    if (cached === undefined && !(await isSound(asset, file))) throw new Error(`${asset} is damaged.`);
    files.set(asset, file.clone());
    return file.text();
  });
  await alone(async () => {
    if (!(await isCaching())) return;
    // A cached file may have been dropped with another page in the meantime.
    for (const [asset, file] of files) if ((await cachedFile(asset)) === undefined) await put(asset, file);
    await put(path, response);
    if (before !== undefined && before !== text) await dropUnused();
  });
}

/**
 * Turns caching on, and caches the page about offline reading.
 * @throws if that page cannot be cached; caching then stays off if it was off
 */
export async function startCaching(): Promise<void> {
  await caches.open(NAME);
  try {
    await cachePage(OFFLINE_PATH, await fetchFile(OFFLINE_PATH));
  } catch (error) {
    if ((await cachedPaths()).length === 0) await deleteCaches();
    throw error;
  }
}

/** The file list of the course, if this device has cached all of it. */
export async function cachedList(): Promise<OfflineList | undefined> {
  return (await (await cachedFile(OFFLINE_LIST))?.json()) as OfflineList | undefined;
}

/** Drops hashed files that no cached page uses. */
export async function dropUnused(): Promise<void> {
  const paths = await cachedPaths();
  const pages = await Promise.all(paths.filter(isPage).map((path) => cachedText(path)));
  const used = await reachedFrom(
    pages.filter((text) => text !== undefined),
    cachedText,
  );
  const listed = new Set((await cachedList())?.files.map(([path]) => path));
  await drop(paths.filter((path) => path.startsWith('/_astro/') && !used.has(path) && !listed.has(path)));
}
