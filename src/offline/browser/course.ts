import {
  inOrder,
  isHashed,
  isPage,
  OFFLINE_LIST,
  type OfflineFile,
  type OfflineList,
  hashOf,
} from '@/offline/files.ts';
import {
  alone,
  drop,
  dropUnused,
  fetchFile,
  isCaching,
  cachedFile,
  cachedList,
  cachedPaths,
  cachePage,
  courseList,
  NAME,
  NEXT,
  put,
} from './cache.ts';

/** Stores the whole course: all files are fetched to a second cache first and then moved to the first. */

/** Parallel downloads. */
const AT_ONCE = 6;

type OnProgress = (there: number, all: number) => void;

/** Whether a file matches its hash in the list. The site may still serve another edition. */
const matches = async (response: Response | undefined, hash: string): Promise<boolean> =>
  response !== undefined && (await hashOf(await response.arrayBuffer())) === hash;

const isCurrent = async ([path, hash]: OfflineFile): Promise<boolean> =>
  matches(await cachedFile(path), hash);

/** Fetches a file to the second cache, unless an earlier attempt did. */
async function fetchOne([path, hash]: OfflineFile, signal: AbortSignal): Promise<void> {
  if (await matches(await cachedFile(path, NEXT), hash)) return;
  // The worker would answer with a damaged file from the cache.
  if (isHashed(path)) await alone(() => drop([path]));
  const file = await fetchFile(path, signal);
  if (!(await matches(file.clone(), hash))) throw new Error(`${path} is not of the edition of the list.`);
  await alone(async () => {
    if (!(await isCaching())) throw new Error('Offline reading was turned off.');
    await put(path, file, NEXT);
  });
}

/**
 * Fetches the files of a list that are missing or outdated, and returns them.
 * @throws at the first file that cannot be fetched; the others are then not fetched
 */
async function fetchMissing(
  files: readonly OfflineFile[],
  onProgress: OnProgress = () => undefined,
): Promise<OfflineFile[]> {
  const all = files.reduce((sum, [, , bytes]) => sum + bytes, 0);
  const waiting: OfflineFile[] = [];
  const stop = new AbortController();
  let there = 0;
  const queue = files.values();
  const lane = async (): Promise<void> => {
    for (const file of queue) {
      stop.signal.throwIfAborted();
      if (!(await isCurrent(file))) {
        await fetchOne(file, stop.signal);
        waiting.push(file);
      }
      there += file[2];
      onProgress(there, all);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } catch (error) {
    stop.abort();
    throw error;
  }
  return waiting;
}

/** Replaces old files with fetched ones, assets before pages, so that every page is complete even if this is interrupted. */
async function bringIn(files: readonly OfflineFile[]): Promise<void> {
  for (const [path] of inOrder(files)) {
    const file = await cachedFile(path, NEXT);
    if (file !== undefined) await put(path, file);
  }
  await caches.delete(NEXT);
}

/** Whether all files of a list are stored or fetched. Another page may have removed some since. */
async function areHere(files: readonly OfflineFile[], waiting: readonly OfflineFile[]): Promise<boolean> {
  const here = new Set([...(await cachedPaths()), ...waiting.map(([path]) => path)]);
  return (await isCaching()) && files.every(([path]) => here.has(path));
}

/**
 * Stores, updates or repairs the whole course; only files that are new, changed or damaged are fetched.
 * @param onProgress called with the bytes done and the total bytes
 * @returns the number of files that were fetched
 * @throws if a file cannot be fetched or stored, or is of another edition; the stored course then does not change
 */
export const cacheCourse = (onProgress?: OnProgress): Promise<number> =>
  // One at a time, in all pages and the worker.
  navigator.locks.request(`${NAME} course`, async () => {
    const response = await fetchFile(OFFLINE_LIST);
    const { files } = (await response.clone().json()) as OfflineList;
    const waiting = await fetchMissing(files, onProgress);
    await alone(async () => {
      if (!(await areHere(files, waiting))) throw new Error('Stored files were removed during the update.');
      const before = await cachedList();
      await bringIn(waiting);
      const listed = new Set(files.map(([path]) => path));
      await drop(
        (before?.files ?? [])
          .map(([path]) => path)
          .filter((path) => !listed.has(path) && !path.startsWith('/_astro/')),
      );
      await put(OFFLINE_LIST, response);
      await dropUnused();
    });
    return waiting.length;
  });

/**
 * Updates a stored course if the site has another edition than the stored list.
 * @throws if the list or a file cannot be fetched; the stored course then does not change
 */
export async function updateCourse(): Promise<void> {
  const [stored, current] = await Promise.all([cachedFile(OFFLINE_LIST), fetchFile(OFFLINE_LIST)]);
  if ((await stored?.text()) !== (await current.text())) await cacheCourse();
}

/** Checks and repairs the visited pages and their files. Returns the number of files that were fetched. */
const checkVisited = (): Promise<number> =>
  navigator.locks.request(`${NAME} course`, async () => {
    const cached = new Set(await cachedPaths());
    const { files } = await courseList();
    const fetched = await fetchMissing(files.filter(([path]) => cached.has(path)));
    await alone(() => bringIn(fetched));
    // A page of a new edition may use other files.
    for (const [path] of fetched) {
      const page = isPage(path) ? await cachedFile(path) : undefined;
      if (page !== undefined) await cachePage(path, page);
    }
    return fetched.length;
  });

/**
 * Checks all stored files, and fetches those again that are damaged or outdated.
 * @returns the number of such files
 * @throws if one cannot be fetched
 */
export const checkCached = async (): Promise<number> =>
  (await cachedList()) === undefined ? checkVisited() : cacheCourse();
