import { reachedFrom } from '@/lib/offline/assets.ts';
import {
  inOrder,
  isHashed,
  isPage,
  OFFLINE_LIST,
  type OfflineFile,
  type OfflineList,
} from '@/lib/offline/files.ts';

/** What this device keeps of the site: one cache, that the worker and the page both use. Paths are without the base path. */

const BASE = import.meta.env.BASE_URL;
/** Sites under other base paths of one origin have caches of their own. */
const NAME = `blueprint-and-build ${BASE}`;
/** Files on their way at a time. */
const AT_ONCE = 6;

/** What stands before every path: nothing, or "/course". */
const BEFORE = BASE.replace(/\/$/, '');

export const addressOf = (path: string): string => BEFORE + path;

/** The path behind an address; empty for one that is not of this site. */
export function pathOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname.startsWith(BASE) ? pathname.slice(BEFORE.length) : '';
}

/** Starts to keep. */
export const startKeeping = async (): Promise<void> => void (await caches.open(NAME));
/** Whether anything is kept. A worker that was removed lives on in open pages, and must keep nothing more. */
export const isKeeping = (): Promise<boolean> => caches.has(NAME);
export const forgetAll = (): Promise<boolean> => caches.delete(NAME);

export const keptFile = (path: string): Promise<Response | undefined> =>
  caches.match(addressOf(path), { cacheName: NAME });
const keptText = async (path: string): Promise<string | undefined> => (await keptFile(path))?.text();

export async function keptPaths(): Promise<string[]> {
  if (!(await isKeeping())) return [];
  return (await (await caches.open(NAME)).keys()).map(({ url }) => pathOf(url));
}

/** Keeps a file, where anything is kept at all. */
export async function keep(path: string, response: Response): Promise<void> {
  if (await isKeeping()) await (await caches.open(NAME)).put(addressOf(path), response);
}

async function drop(paths: Iterable<string>): Promise<void> {
  const cache = await caches.open(NAME);
  for (const path of paths) await cache.delete(addressOf(path));
}

/** Fetches a file and keeps it. Returns its text; undefined where the site does not have it. */
async function fetchAndKeep(path: string): Promise<string | undefined> {
  const response = await fetch(addressOf(path));
  if (!response.ok) return undefined;
  await keep(path, response.clone());
  return response.text();
}

/** Keeps a page with all that it asks for: the page last, so that no kept page lacks its files. */
export async function keepPage(path: string, response: Response): Promise<void> {
  const before = await keptText(path);
  const text = await response.clone().text();
  await reachedFrom([text], async (asset) => (await keptText(asset)) ?? (await fetchAndKeep(asset)));
  await keep(path, response);
  if (before !== undefined && before !== text) await dropUnused();
}

/** The list of the whole course, where this device has all of it. */
export async function keptList(): Promise<OfflineList | undefined> {
  return (await (await keptFile(OFFLINE_LIST))?.json()) as OfflineList | undefined;
}

/** Drops hashed files that no kept page asks for any more. Files of old pages stay as long as these pages. */
async function dropUnused(): Promise<void> {
  const paths = await keptPaths();
  const pages = await Promise.all(paths.filter(isPage).map(keptText));
  const used = await reachedFrom(
    pages.filter((text) => text !== undefined),
    keptText,
  );
  const listed = new Set((await keptList())?.files.map(([path]) => path));
  await drop(paths.filter((path) => path.startsWith('/_astro/') && !used.has(path) && !listed.has(path)));
}

/** The list of this edition, from the site. */
async function fetchList(): Promise<{ list: OfflineList; response: Response }> {
  const response = await fetch(addressOf(OFFLINE_LIST), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`The list of files answered ${response.status}.`);
  return { list: (await response.clone().json()) as OfflineList, response };
}

export const courseList = async (): Promise<OfflineList> => (await fetchList()).list;

/**
 * Keeps the whole course, or makes a kept one current: only files that are new or have changed are fetched.
 * @param onProgress is told the bytes that are there, of all
 * @throws where a file cannot be fetched or stored; what came until then stays
 */
export async function keepCourse(
  onProgress: (there: number, all: number) => void = () => undefined,
): Promise<void> {
  const { list, response } = await fetchList();
  const before = await keptList();
  const known = new Map(before?.files.map(([path, hash]) => [path, hash]));
  const all = list.files.reduce((sum, [, , bytes]) => sum + bytes, 0);
  let there = 0;
  const take = async ([path, hash, bytes]: OfflineFile): Promise<void> => {
    const isCurrent = isHashed(path) || known.get(path) === hash;
    if (!isCurrent || (await keptFile(path)) === undefined) {
      const file = await fetch(addressOf(path), { cache: 'no-cache' });
      if (!file.ok) throw new Error(`${path} answered ${file.status}.`);
      await keep(path, file);
    }
    there += bytes;
    onProgress(there, all);
  };
  const queue = inOrder(list.files).values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const file of queue) await take(file);
    }),
  );
  const listed = new Set(list.files.map(([path]) => path));
  await drop([...known.keys()].filter((path) => !listed.has(path) && !path.startsWith('/_astro/')));
  await keep(OFFLINE_LIST, response);
  await dropUnused();
}
