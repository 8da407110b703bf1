import type { RootContent } from 'mdast';
import type { Entry, EntryText } from './entry.ts';
import { contentOf } from './registry.ts';

/**
 * The texts of an entry for files.
 * @param body the text of an MDX file; without it, the texts lack it
 */
export const textsOf = ({ kind, data }: Entry, body: RootContent[] = []): EntryText[] => {
  const content = contentOf(kind);
  return content.files?.(data) ?? [{ name: kind, blocks: content.markdown(data, body) }];
};
