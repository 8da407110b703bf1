// Makes the small index of instant-index.ts. Separate from it, so that pages load only the code that reads the index.
import { ENTRY_KINDS, presentKinds } from '../collections/kinds.ts';
import { contentOf } from '../collections/registry.ts';
import type { Comparison, Course } from '../course/types.ts';
import { presentPages } from '../practice/content.ts';
import { kindPages } from '../routes.ts';
import { writeName, type InstantIndex, type LaterIndex } from './instant-index.ts';
import { passagesOf, type SearchPassage } from './passages.ts';
import { termsOf } from './terms.ts';

/** Removes the separator characters from a text. */
const clean = (text: string): string => text.replace(/[|\s]+/g, ' ').trim();
const list = (items: readonly string[]): string => items.map(clean).join('|');
const lines = (items: readonly string[]): string => items.join('\n');

/** The aliases with a stem that the title and earlier aliases lack: "planning" adds nothing to "Plans". */
export function distinctAliases(title: string, aliases: readonly string[]): string[] {
  const key = (text: string): string => [...new Set(termsOf(text))].sort().join(' ');
  const seen = new Set([key(title)]);
  return aliases.filter((alias) => {
    const terms = key(alias);
    if (terms === '') return true;
    const isNew = !seen.has(terms);
    seen.add(terms);
    return isNew;
  });
}

/** Maximum characters of the JSON. They compress to 9 kB with Brotli, a budget for slow phones. */
const MOST_CHARACTERS = 26_500;

/** What the small index is made of. */
type Indexed = Pick<Course, 'concepts' | 'lessons' | 'entries' | 'tools'>;

/**
 * The part of a course that fits into the small index. Concepts that few lessons teach are left out first; a course that
 * exceeds the limit without any concept keeps its first lessons.
 */
function fitting(course: Course): Indexed {
  const size = (of: Indexed): number => JSON.stringify(indexOf(of)).length;
  const [whole, rest] = [size(course), size({ ...course, concepts: [] })];
  if (whole <= MOST_CHARACTERS) return course;
  const share = rest < MOST_CHARACTERS ? 1 : MOST_CHARACTERS / whole;
  const conceptShare = share < 1 ? share : (MOST_CHARACTERS - rest) / (whole - rest);
  const first = <Item>(items: readonly Item[], of: number): Item[] =>
    items.slice(0, Math.floor(items.length * of));
  return {
    ...course,
    concepts: first(
      course.concepts.toSorted((a, b) => b.taughtIn.length - a.taughtIn.length),
      conceptShare,
    ),
    lessons: first(course.lessons, share),
  };
}

/** Makes the small index from the course. What does not fit is in the later index, or found by the full text. */
export const buildInstantIndex = (course: Course): InstantIndex => indexOf(fitting(course));

function indexOf({ concepts, lessons, entries, tools }: Indexed): InstantIndex {
  // The columns are in the order that compresses best.
  return {
    pages: lines(
      presentPages({ tools, entries })
        .filter(({ path }) => !isList(path))
        .flatMap(({ path, title, searchTitle = title, aliases }) =>
          aliases === undefined ? [] : [list([path, searchTitle, ...aliases])],
        )
        // Sorted, because neighboring paths of one folder compress better.
        .sort(),
    ),
    definitions: list(concepts.map(({ definition }) => definition)),
    conceptAliases: lines(concepts.map(({ term, aliases }) => list(distinctAliases(term, aliases)))),
    summaries: list(lessons.map(({ summary }) => summary)),
    lessons: lines(
      lessons.map(({ id, title, outline }) =>
        list([
          writeName(id, title),
          ...outline.headings.map((heading) => writeName(heading.id, heading.text)),
        ]),
      ),
    ),
    lessonAliases: lines(lessons.map(({ title, aliases }) => list(distinctAliases(title, aliases)))),
    concepts: list(concepts.map(({ id, term }) => writeName(id, term))),
  };
}

/** Whether a page is the list of a kind of entries; those are in the later index. */
const isList = (path: string): boolean => kindPages().some((page) => page.path === path);

/** A table and its rows, which show both sides. */
const compared = ({ path, title, sides, rows }: Comparison): SearchPassage[] => [
  {
    kind: 'comparison',
    url: path,
    title,
    text: `Compares: ${rows.map(({ dimension }) => dimension.toLowerCase()).join(', ')}.`,
  },
  ...rows.map(({ id, dimension, aliases, cells }) => ({
    kind: 'row' as const,
    url: `${path}#${id}`,
    title: `${dimension}: ${title}`,
    cells: sides.map(({ id, label }): [string, string] => [label, cells[id] ?? '']),
    aliases: [dimension, ...aliases],
  })),
];

/**
 * Makes the later index: tables with their rows, entries beside the lessons, their lists, the concepts that the small
 * index has no room for, passages, and the phrases that people type.
 */
export const buildLaterIndex = (course: Course): LaterIndex => ({
  entries: laterEntries(course),
  synonyms: lines(course.search.synonyms),
  asked: lines(
    Object.entries(course.search.asked).map(([address, phrases]) => list([`/${address}`, ...phrases])),
  ),
});

function laterEntries(course: Course): string {
  const small = new Set(fitting(course).concepts);
  const records: SearchPassage[] = [
    ...course.comparisons.flatMap(compared),
    ...presentKinds(course.entries).map((id) => {
      const { path, title, aliases } = ENTRY_KINDS[id];
      return { kind: 'page' as const, url: path, title, aliases };
    }),
    ...course.entries.map(({ kind, path, title, summary, data }) => ({
      kind,
      url: path,
      title,
      text: [contentOf(kind).facts?.(data), summary].filter(Boolean).join('. '),
      aliases: data.aliases,
    })),
    ...course.concepts
      .filter((concept) => !small.has(concept))
      .map(({ path, term, definition, aliases }) => ({
        kind: 'concept' as const,
        url: path,
        title: term,
        text: definition,
        aliases,
      })),
    ...passagesOf(course),
  ];
  return lines(
    records.map(({ kind, url, title, text = '', note = '', cells = [], aliases = [] }) => {
      const sides = cells.map(([label, cell]) => clean(`${label}: ${cell}`)).join('\t');
      return [
        list([kind, url, title, text, note]),
        sides,
        ...distinctAliases(title, aliases).map(clean),
      ].join('|');
    }),
  );
}
