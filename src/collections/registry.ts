import type { RootContent } from 'mdast';
import { answer } from './answer/kind.ts';
import { caseKind } from './case/kind.ts';
import type { Entry, EntryData, EntryText, KindContent } from './entry.ts';
import type { KindId } from './kinds.ts';
import { line } from './line/kind.ts';
import { paper } from './paper/kind.ts';
import { record } from './record/kind.ts';
import { role } from './role/kind.ts';
import { talk } from './talk/kind.ts';

/** What each kind is; its plain data are in `kinds.ts`. */
const KIND_CONTENT = { answer, talk, paper, line, case: caseKind, record, role } satisfies Record<
  KindId,
  unknown
>;

/** A kind, for code that treats all alike: its functions take the data of its own entries only. */
export const contentOf = (kind: KindId): KindContent => KIND_CONTENT[kind] as KindContent<EntryData>;

/** The texts of an entry for files; `body` is the text of an MDX file, which they lack without it. */
export const textsOf = ({ kind, data }: Entry, body: RootContent[] = []): EntryText[] => {
  const content = contentOf(kind);
  return content.files?.(data) ?? [{ name: kind, blocks: content.markdown(data, body) }];
};
