import { inOrder, isHashed, OFFLINE_LIST, type OfflineFile, type OfflineList } from '@/offline/files.ts';
import { hashOf } from '@/offline/hash.ts';
import {
  alone,
  drop,
  dropUnused,
  fetchFile,
  isKeeping,
  keptFile,
  keptList,
  keptPaths,
  NAME,
  NEXT,
  put,
} from './kept.ts';

/** The whole course on this device: fetched beside what is kept, and put in its place once all of it is there. */

/** Files on their way at a time. */
const AT_ONCE = 6;

type OnProgress = (there: number, all: number) => void;

/** The list of this edition, from the site. */
const fetchList = (): Promise<Response> => fetchFile(OFFLINE_LIST);
const readList = async (response: Response): Promise<OfflineList> => (await response.json()) as OfflineList;

export const courseList = async (): Promise<OfflineList> => readList(await fetchList());

/** Whether a file is the one that the list means. The site may still send the page of another edition. */
const isMeant = async (response: Response | undefined, hash: string): Promise<boolean> =>
  response !== undefined && (await hashOf(await response.arrayBuffer())) === hash;

const isCurrent = async ([path, hash]: OfflineFile): Promise<boolean> => {
  const kept = await keptFile(path);
  return isHashed(path) ? kept !== undefined : isMeant(kept, hash);
};

/** Fetches a file to where it waits, unless it waits there already: an earlier attempt may have been cut short. */
async function fetchOne([path, hash]: OfflineFile, signal: AbortSignal): Promise<void> {
  if (await isMeant(await keptFile(path, NEXT), hash)) return;
  const file = await fetchFile(path, signal);
  if (!(await isMeant(file.clone(), hash))) throw new Error(`${path} is not of the edition of the list.`);
  await alone(async () => {
    if (!(await isKeeping())) throw new Error('Nothing is to be kept any more.');
    await put(path, file, NEXT);
  });
}

/**
 * Fetches what this device lacks of a list. Returns the files that now wait.
 * @throws at the first that is not to be had; none is fetched after it
 */
async function fetchMissing(files: readonly OfflineFile[], onProgress: OnProgress): Promise<OfflineFile[]> {
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

/** Puts files that waited in the place of the old ones, what pages need first: whenever this ends, every page is whole. */
async function bringIn(files: readonly OfflineFile[]): Promise<void> {
  for (const [path] of inOrder(files)) {
    const file = await keptFile(path, NEXT);
    if (file !== undefined) await put(path, file);
  }
  await caches.delete(NEXT);
}

/** Whether all files of a list are here: kept, or waiting. Another page may have dropped or removed some meanwhile. */
async function areHere(files: readonly OfflineFile[], waiting: readonly OfflineFile[]): Promise<boolean> {
  const here = new Set([...(await keptPaths()), ...waiting.map(([path]) => path)]);
  return (await isKeeping()) && files.every(([path]) => here.has(path));
}

/**
 * Keeps the whole course, or makes a kept one current: only files that are new or have changed are fetched.
 * @param onProgress is told the bytes that are there, of all
 * @throws where a file cannot be fetched or stored, or is of another edition; what was kept before stays as it was
 */
export const keepCourse = (onProgress: OnProgress = () => undefined): Promise<void> =>
  // One at a time, whoever asks.
  navigator.locks.request(`${NAME} course`, async () => {
    const response = await fetchList();
    const { files } = await readList(response.clone());
    const waiting = await fetchMissing(files, onProgress);
    await alone(async () => {
      if (!(await areHere(files, waiting))) throw new Error('What was there has been removed meanwhile.');
      const before = await keptList();
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
  });
