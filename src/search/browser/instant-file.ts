import { withBase } from '../../utils/paths.ts';
import type { InstantIndex } from '../instant-index.ts';

let file: Promise<InstantIndex> | undefined;

async function load(): Promise<InstantIndex> {
  const response = await fetch(withBase(import.meta.env.BASE_URL, '/search/quick.json'));
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return (await response.json()) as InstantIndex;
}

/**
 * The small index as it travels, fetched once; a failed fetch is tried again at the next call. It stands apart from
 * what reads it, so that it can be on its way while that still arrives.
 */
export function instantFile(): Promise<InstantIndex> {
  file ??= load().catch((error: unknown) => {
    file = undefined;
    throw error;
  });
  return file;
}
