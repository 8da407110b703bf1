import { reachedFrom } from '@/offline/assets.ts';
import { isPage, OFFLINE_LIST, type OfflineList } from '@/offline/files.ts';
import { addressIn, cacheName, pathIn } from '@/offline/paths.ts';
import { OFFLINE_PATH } from '@/routes.ts';

/** The cache of the site on this device, for the worker and pages. Paths are without the base path. */

const BASE = import.meta.env.BASE_URL;
export const NAME = cacheName(BASE);
/** Cache for the files of a new edition until all of them are fetched (`course.ts`). */
export const NEXT = `${NAME} next`;

export const addressOf = (path: string): string => addressIn(location.origin, BASE, path);
export const pathOf = (url: string): string => pathIn(BASE, url);

/** Runs work on the cache exclusively, because the worker and every open page write to it. */
export const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(NAME, work);

/** Whether storing is on. A removed worker stays active in open pages and must not store anything. */
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

/** Stores a file, if storing is on. */
export const keep = (path: string, response: Response): Promise<void> =>
  alone(async () => {
    if (await isKeeping()) await put(path, response);
  });

export async function drop(paths: Iterable<string>): Promise<void> {
  const cache = await caches.open(NAME);
  for (const path of paths) await cache.delete(addressOf(path));
}

/**
 * Fetches the current version of a file, past the HTTP cache, which may contain an old 404.
 * @throws if the response is not OK
 */
export async function fetchFile(path: string, signal: AbortSignal | null = null): Promise<Response> {
  const response = await fetch(addressOf(path), { cache: 'no-cache', signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response;
}

/**
 * Stores a page with all files that it uses.
 * @throws if one of the files cannot be fetched; an older copy of the page then stays
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
    // A stored file may have been dropped with another page in the meantime.
    for (const [asset, file] of files) if ((await keptFile(asset)) === undefined) await put(asset, file);
    await put(path, response);
    if (before !== undefined && before !== text) await dropUnused();
  });
}

/**
 * Turns storing on, and stores the page about offline reading.
 * @throws if that page cannot be stored; storing then stays off if it was off
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

/** The file list of the course, if this device has all of it. */
export async function keptList(): Promise<OfflineList | undefined> {
  return (await (await keptFile(OFFLINE_LIST))?.json()) as OfflineList | undefined;
}

/** Drops hashed files that no stored page uses. */
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
