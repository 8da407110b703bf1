import { withBase } from '../../utils/paths.ts';
import type { QuickIndex } from '../quick-index.ts';

let file: Promise<QuickIndex> | undefined;

async function load(): Promise<QuickIndex> {
  const response = await fetch(withBase(import.meta.env.BASE_URL, '/search/quick.json'));
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return (await response.json()) as QuickIndex;
}

/**
 * The small index as it travels, fetched once; a failed fetch is tried again at the next call. It stands apart from
 * what reads it, so that it can be on its way while that still arrives.
 */
export function quickFile(): Promise<QuickIndex> {
  file ??= load().catch((error: unknown) => {
    file = undefined;
    throw error;
  });
  return file;
}
