// Makes the small index of instant-index.ts. Separate from it, so that pages load only the code that reads the index.
import { contentOf } from '../collections/registry.ts';
import type { Course } from '../course/types.ts';
import { presentPages } from '../practice/content.ts';
import { COURSE } from '../site.ts';
import type { InstantIndex } from './instant-index.ts';
import { termsOf } from './terms.ts';
import { slug } from '../utils/slug.ts';

/** Removes the separator characters from a text. */
const clean = (text: string): string => text.replace(/[|\s]+/g, ' ').trim();
const list = (items: readonly string[]): string => items.map(clean).join('|');
const lines = (items: readonly string[]): string => items.join('\n');

const toName = (id: string, title: string): string => (slug(title) === id ? title : `${title}#${id}`);

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

/** Maximum characters of the JSON. They compress to 10 kB with Brotli, a budget for slow phones. */
const MOST_CHARACTERS = 34_000;

/**
 * Makes the small index from the course. For a course that exceeds the limit, it contains the first lessons and tables and
 * the concepts that most lessons teach; the rest is found by the full text.
 */
export function buildInstantIndex(course: Course): InstantIndex {
  const whole = indexOf(course);
  const share = MOST_CHARACTERS / JSON.stringify(whole).length;
  if (share >= 1) return whole;
  const first = <Item>(items: readonly Item[]): Item[] => items.slice(0, Math.ceil(items.length * share));
  return indexOf({
    concepts: first(course.concepts.toSorted((a, b) => b.taughtIn.length - a.taughtIn.length)),
    lessons: first(course.lessons),
    comparisons: first(course.comparisons),
    entries: course.entries,
    tools: course.tools,
  });
}

function indexOf({
  concepts,
  lessons,
  comparisons,
  entries,
  tools,
}: Pick<Course, 'concepts' | 'lessons' | 'comparisons' | 'entries' | 'tools'>): InstantIndex {
  const rows = comparisons.flatMap(({ sides, rows }) => rows.map((row) => ({ sides, row })));
  // The columns are in the order that compresses best.
  return {
    pages: lines(
      presentPages({ tools, entries })
        .flatMap(({ path, title, searchTitle = title, aliases }) =>
          aliases === undefined
            ? []
            : [list([path, searchTitle, ...aliases, ...(COURSE.aliases[path] ?? [])])],
        )
        // Sorted, because neighboring paths of one folder compress better.
        .sort(),
    ),
    cells: lines(rows.map(({ sides, row }) => list(sides.map(({ id }) => row.cells[id] ?? '')))),
    definitions: list(concepts.map(({ definition }) => definition)),
    conceptAliases: lines(concepts.map(({ term, aliases }) => list(distinctAliases(term, aliases)))),
    comparisons: lines(
      comparisons.map(({ id, title, sides }) =>
        list([toName(id, title), ...sides.map(({ label }) => label)]),
      ),
    ),
    rowAliases: lines(rows.map(({ row }) => list(distinctAliases(row.dimension, row.aliases)))),
    rows: lines(comparisons.map(({ rows }) => list(rows.map(({ id, dimension }) => toName(id, dimension))))),
    summaries: list(lessons.map(({ summary }) => summary)),
    lessons: lines(
      lessons.map(({ id, title, outline }) =>
        list([toName(id, title), ...outline.headings.map((heading) => toName(heading.id, heading.text))]),
      ),
    ),
    lessonAliases: lines(lessons.map(({ title, aliases }) => list(distinctAliases(title, aliases)))),
    concepts: list(concepts.map(({ id, term }) => toName(id, term))),
  };
}

/** Makes the index of the entries beside the lessons, a line each: kind, id, title, text and aliases. */
export const buildEntryIndex = ({ entries }: Pick<Course, 'entries'>): string =>
  lines(
    entries.map(({ kind, id, title, summary, data }) =>
      list([
        kind,
        id,
        title,
        // Answers are shown at once; the titles of others say enough.
        contentOf(kind).asks === true ? summary : '',
        ...distinctAliases(title, data.aliases),
      ]),
    ),
  );
