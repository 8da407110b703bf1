import type { InstantIndex } from '../instant-index.ts';
import { href } from '../../utils/url.ts';

let file: Promise<InstantIndex> | undefined;

async function load<Index>(name: string): Promise<Index> {
  const response = await fetch(href(`/search/${name}.json`));
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return (await response.json()) as Index;
}

/** Fetches the later index. */
export const laterFile = (): Promise<string> => load('later');

/**
 * Fetches the file of the small index once; the next call retries a failed fetch. Separate from the code that reads the
 * file, so that both load in parallel.
 */
export function instantFile(): Promise<InstantIndex> {
  file ??= load<InstantIndex>('quick').catch((error: unknown) => {
    file = undefined;
    throw error;
  });
  return file;
}
