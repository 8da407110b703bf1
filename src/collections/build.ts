import type { ProseParts } from '../course/lesson-outline.ts';
import type { Claim, Concept, Lesson } from '../course/types.ts';
import { typeset } from '../utils/quotes.ts';
import type { Entry, RawKindEntry } from './entry.ts';
import { entryPath, KIND_IDS } from './kinds.ts';
import { contentOf } from './registry.ts';

/** Lookups of ids that the checks have verified. */
interface Resolve {
  lesson(id: string): Lesson;
  concept(id: string): Concept;
  claim(id: string): Claim;
}

function buildEntry(raw: RawKindEntry, prose: ProseParts | undefined, resolve: Resolve): Entry {
  const { kind, id } = raw;
  const data = typeset(raw.data);
  const content = contentOf(kind);
  const named = (content.names?.(data) ?? []).filter(({ of }) => of === 'claim');
  const receipts = [...new Set([...(data.claims ?? []), ...named.flatMap(({ ids }) => ids)])].map(
    resolve.claim,
  );
  const timeline = (data.timeline ?? []).map((event) => ({
    ...event,
    claims: event.claims.map(resolve.claim),
  }));
  const claims = [
    ...new Set([
      ...(prose?.claims ?? []).map(resolve.claim),
      ...timeline.flatMap((event) => event.claims),
      ...receipts,
    ]),
  ];
  return {
    kind,
    id,
    path: entryPath(kind, id),
    title: content.title(data),
    summary: content.summary(data),
    data,
    prose,
    lesson: data.lesson === undefined ? undefined : resolve.lesson(data.lesson),
    concepts: (data.concepts ?? []).map(resolve.concept),
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
  resolve: Resolve,
): Entry[] =>
  raw
    .map((entry) => buildEntry(entry, proses.get(entry), resolve))
    .sort(
      (a, b) =>
        KIND_IDS.indexOf(a.kind) - KIND_IDS.indexOf(b.kind) ||
        groupOrder(a) - groupOrder(b) ||
        a.title.localeCompare(b.title, 'en'),
    );
