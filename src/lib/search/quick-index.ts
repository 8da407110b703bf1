import type { Course } from '../course-types.ts';
import { PRACTICE_PAGES } from '../practice.ts';
import { termsOf } from './terms.ts';

export type QuickKind = 'concept' | 'row' | 'lesson' | 'section' | 'comparison' | 'page';

/** One thing that can be found, in the small index that answers at once. */
export interface QuickEntry {
  kind: QuickKind;
  title: string;
  /** Path and fragment, without the base path. */
  url: string;
  /** Definition, summary or caption. */
  text: string;
  /** Words that searchers use for it. */
  aliases: string[];
  /** The sides of a row: label and cell. */
  cells: [label: string, text: string][];
}

/**
 * The index as it travels. Columns of text, not rows of objects: like stands beside like, which compresses a tenth
 * better. Items of a list are parted by "|", lists by line feeds; none of the two occurs in a text.
 */
export interface QuickIndex {
  /** One name for each concept; a name is "Title", or "Title#id" where the id is not made of the title. */
  concepts: string;
  definitions: string;
  conceptAliases: string;
  /** For each lesson its name, then the names of its headings. */
  lessons: string;
  summaries: string;
  /** For each lesson its aliases. */
  lessonAliases: string;
  /** For each comparison its name, then the labels of its sides. */
  comparisons: string;
  /** For each comparison the names of its rows. */
  rows: string;
  /** For each row, table after table, its aliases. */
  rowAliases: string;
  /** For each row, table after table, its cells. */
  cells: string;
  /** For each page its path, title and aliases. */
  pages: string;
  /** How many full-text indexes there are, where a large course has more than one. */
  indexes?: number;
}

/** Folder of a full-text index, by its number from 1. */
export const indexFolder = (number: number): string => (number === 1 ? 'pagefind' : `pagefind-${number}`);

const PAGES: readonly [path: string, title: string, aliases: string][] = [
  [
    '/about/',
    'About: license, privacy, credits',
    'accessibility|creative commons|copyright|cookies|tracking|jim becker',
  ],
  ['/sources/', 'Sources', 'bibliography|references|further reading'],
  [
    '/trainers/',
    'For trainers',
    'embed table|cite|workshop|slides|facilitator|iframe|lms|teach|handout|print|pdf',
  ],
  ['/lessons/', 'Lessons', 'course|syllabus|chapters|start here'],
  ['/concepts/', 'Concepts', 'glossary|dictionary'],
  ['/offline/', 'Read offline', 'download|e-book|epub|usb stick|no internet'],
  ['/compare/', 'Comparisons', 'tables|side by side'],
  ['/figures/', 'Figures', 'diagrams|drawings|charts'],
  ...PRACTICE_PAGES.map(({ path, title, aliases }): [string, string, string] => [path, title, aliases]),
];

/** The id that a title makes; a name leaves it out where it is that. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Keeps the two characters that part items out of a text. */
const clean = (text: string): string => text.replace(/[|\s]+/g, ' ').trim();
const list = (items: readonly string[]): string => items.map(clean).join('|');
const lines = (items: readonly string[]): string => items.join('\n');

const toName = (id: string, title: string): string => (slug(title) === id ? title : `${title}#${id}`);

function readName(name: string): { id: string; title: string } {
  const at = name.lastIndexOf('#');
  return at < 0 ? { id: slug(name), title: name } : { id: name.slice(at + 1), title: name.slice(0, at) };
}

/** The aliases that say more than the title and the aliases before them: "managing" adds nothing to "Management". */
export function tellingAliases(title: string, aliases: readonly string[]): string[] {
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

/** Characters of JSON that come to 10 kB after brotli, what a slow phone gets in the blink that search may take. */
const MOST_CHARACTERS = 34_000;

/**
 * Makes the small index from the course. A course that outgrows it keeps the first lessons and tables in it and the
 * concepts that most lessons teach; the full text has the rest.
 */
export function buildQuickIndex(course: Course): QuickIndex {
  const whole = indexOf(course);
  const share = MOST_CHARACTERS / JSON.stringify(whole).length;
  if (share >= 1) return whole;
  const first = <Item>(items: readonly Item[]): Item[] => items.slice(0, Math.ceil(items.length * share));
  return indexOf({
    concepts: first(course.concepts.toSorted((a, b) => b.taughtIn.length - a.taughtIn.length)),
    lessons: first(course.lessons),
    comparisons: first(course.comparisons),
  });
}

function indexOf({
  concepts,
  lessons,
  comparisons,
}: Pick<Course, 'concepts' | 'lessons' | 'comparisons'>): QuickIndex {
  const rows = comparisons.flatMap(({ sides, rows }) => rows.map((row) => ({ sides, row })));
  // The order of the columns is the one that compresses best.
  return {
    pages: lines(PAGES.map((page) => page.join('|'))),
    cells: lines(rows.map(({ sides, row }) => list(sides.map(({ id }) => row.cells[id] ?? '')))),
    definitions: list(concepts.map(({ definition }) => definition)),
    conceptAliases: lines(concepts.map(({ term, aliases }) => list(tellingAliases(term, aliases)))),
    comparisons: lines(
      comparisons.map(({ id, title, sides }) =>
        list([toName(id, title), ...sides.map(({ label }) => label)]),
      ),
    ),
    rowAliases: lines(rows.map(({ row }) => list(tellingAliases(row.dimension, row.aliases)))),
    rows: lines(comparisons.map(({ rows }) => list(rows.map(({ id, dimension }) => toName(id, dimension))))),
    summaries: list(lessons.map(({ summary }) => summary)),
    lessons: lines(
      lessons.map(({ id, title, outline }) =>
        list([toName(id, title), ...outline.headings.map((heading) => toName(heading.id, heading.text))]),
      ),
    ),
    lessonAliases: lines(lessons.map(({ title, aliases }) => list(tellingAliases(title, aliases)))),
    concepts: list(concepts.map(({ id, term }) => toName(id, term))),
  };
}

/** Unfolds the index into entries to search. */
export function readQuickIndex(index: QuickIndex): QuickEntry[] {
  const items = (text: string): string[] => (text === '' ? [] : text.split('|'));
  const rowAliases = index.rowAliases.split('\n');
  const cells = index.cells.split('\n');
  const bare = { text: '', aliases: [], cells: [] };

  const definitions = items(index.definitions);
  const conceptAliases = index.conceptAliases.split('\n');
  const concepts = items(index.concepts).map((name, at): QuickEntry => {
    const { id, title } = readName(name);
    const aliases = items(conceptAliases[at] ?? '');
    return { ...bare, kind: 'concept', url: `/concepts/${id}/`, title, text: definitions[at] ?? '', aliases };
  });

  const summaries = items(index.summaries);
  const lessonAliases = index.lessonAliases.split('\n');
  const lessons = linesOf(index.lessons).flatMap((line, at): QuickEntry[] => {
    const [{ id, title }, ...headings] = namesOf(line);
    const url = `/lessons/${id}/`;
    return [
      {
        ...bare,
        kind: 'lesson',
        url,
        title,
        text: summaries[at] ?? '',
        // Lessons travel in their order, so their numbers need not.
        aliases: [`lesson ${at + 1}`, ...items(lessonAliases[at] ?? '')],
      },
      ...headings.map((heading): QuickEntry => ({
        ...bare,
        kind: 'section',
        url: `${url}#${heading.id}`,
        title: heading.title,
        text: `In the lesson “${title}”`,
      })),
    ];
  });

  const tables = index.rows.split('\n');
  let row = 0;
  const comparisons = linesOf(index.comparisons).flatMap((line, at): QuickEntry[] => {
    const [name = '', ...labels] = items(line);
    const { id, title } = readName(name);
    const url = `/compare/${id}/`;
    const dimensions = items(tables[at] ?? '').map(readName);
    return [
      {
        ...bare,
        kind: 'comparison',
        url,
        title,
        text: `Compares: ${dimensions.map((dimension) => dimension.title.toLowerCase()).join(', ')}.`,
      },
      ...dimensions.map((dimension): QuickEntry => {
        const own = items(cells[row] ?? '');
        const aliases = items(rowAliases[row] ?? '');
        row += 1;
        return {
          ...bare,
          kind: 'row',
          url: `${url}#${dimension.id}`,
          title: `${dimension.title}: ${title}`,
          aliases: [dimension.title, ...aliases],
          cells: labels.map((label, side) => [label, own[side] ?? '']),
        };
      }),
    ];
  });

  const pages = linesOf(index.pages).map((line): QuickEntry => {
    const [url = '', title = '', ...aliases] = items(line);
    return { ...bare, kind: 'page', url, title, aliases };
  });
  return [...concepts, ...lessons, ...comparisons, ...pages];
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function namesOf(line: string): [{ id: string; title: string }, ...{ id: string; title: string }[]] {
  const [first = '', ...rest] = line.split('|');
  return [readName(first), ...rest.map(readName)];
}
