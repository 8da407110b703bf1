import { headingMistakes, onceMistakes, proseMistakes } from '../course/checks/prose.ts';
import { IN_TEXTS } from '../course/lesson-components.ts';
import type { ProseParts } from '../course/lesson-outline.ts';
import { countWords, type Mistake } from '../course/lesson-tree.ts';
import { timelineOf, type Finders } from '../course/types.ts';
import type { Entry, RawKindEntry } from './entry.ts';
import { ENTRY_KINDS, entryPath, KIND_IDS, type KindId } from './kinds.ts';
import { contentOf } from './registry.ts';

function buildEntry(
  raw: RawKindEntry,
  prose: ProseParts | undefined,
  { lesson, concept, claim }: Finders,
): Entry {
  const { kind, id, data, references = [] } = raw;
  const content = contentOf(kind);
  const named = references.filter(({ of, field }) => of === 'claim' && !field.startsWith('timeline.'));
  const receipts = [...new Set(named.map((reference) => claim(reference.id)))];
  const timeline = timelineOf(data.timeline ?? [], claim);
  const inText = (prose?.claims ?? []).map(claim);
  const claims = [...new Set([...inText, ...timeline.flatMap((event) => event.claims), ...receipts])];
  return {
    kind,
    id,
    path: entryPath(kind, id),
    title: content.title?.(data) ?? data.title ?? '',
    summary: content.summary?.(data) ?? data.summary ?? '',
    data,
    prose,
    lesson: data.lesson === undefined ? undefined : lesson(data.lesson),
    concepts: (data.concepts ?? []).map(concept),
    receipts,
    timeline,
    claims,
    sources: [...new Set(claims.flatMap(({ sources }) => sources))],
  };
}

/** The place of an entry's group in the list of its kind. */
const groupOrder = ({ kind, data }: Entry): number => {
  const { group, groups = [] } = contentOf(kind);
  return groups.indexOf(group?.(data) ?? '');
};

/** The entries with their references resolved: kind by kind, group by group, by title. */
export const buildEntries = (
  raw: readonly RawKindEntry[],
  proses: ReadonlyMap<RawKindEntry, ProseParts>,
  find: Finders,
): Entry[] =>
  raw
    .map((entry) => buildEntry(entry, proses.get(entry), find))
    .sort(
      (a, b) =>
        KIND_IDS.indexOf(a.kind) - KIND_IDS.indexOf(b.kind) ||
        groupOrder(a) - groupOrder(b) ||
        a.title.localeCompare(b.title, 'en'),
    );

/** Mistakes in the text of an entry: its components, its headings and its length. */
export function entryMistakes(kind: KindId, prose: ProseParts): Mistake[] {
  const { components = [], words: [least, most] = [0, Infinity], headings } = contentOf(kind);
  const what = ENTRY_KINDS[kind].label.toLowerCase();
  const count = countWords(prose.root);
  const found = [
    ...proseMistakes(prose, [...IN_TEXTS, ...components]),
    ...onceMistakes(prose, components, what),
    ...(headings === true ? headingMistakes(prose) : []),
  ];
  if (headings !== true)
    for (const { line, text } of prose.headings)
      found.push({
        line,
        field: `heading "${text}"`,
        problem: `is in a text that has none: the page of each ${what} has its own`,
        remedy: 'make it the first sentence of its paragraph.',
      });
  const line = prose.root.position?.end.line ?? 1;
  const remedy = `write ${least} to ${most} words.`;
  if (count < least || count > most)
    found.push({ line, field: 'text', problem: `has ${count} words`, remedy });
  return found;
}
