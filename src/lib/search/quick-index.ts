import type { Course } from '../course-types.ts';

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

/** The index as it travels: grouped so that nothing is said twice. */
export interface QuickIndex {
  /** id, term, definition, aliases joined by "|". */
  concepts: [string, string, string, string][];
  /** number, id, title, summary, then headings as [id, text]. */
  lessons: [string, string, string, [string, string][]][];
  /** id, title, caption, labels of the sides, then rows: id, dimension, aliases, cells. */
  comparisons: [string, string, string, string[], [string, string, string, ...string[]][]][];
  /** path, title. */
  pages: [string, string, string][];
}

const PAGES: QuickIndex['pages'] = [
  [
    '/about/',
    'About: license, privacy, accessibility, credits',
    'copyright|creative commons|cookies|tracking|jim becker|who made this|contact',
  ],
  ['/sources/', 'Sources', 'bibliography|references|citations|further reading|reading list'],
  [
    '/trainers/',
    'For trainers: link, embed, cite',
    'workshop|slides|facilitator|iframe|lms|teach|embed code|permalink|handout',
  ],
  ['/lessons/', 'All lessons', 'course|curriculum|syllabus|chapters|contents'],
  ['/concepts/', 'Concepts A to Z', 'glossary|dictionary|index|terms'],
  ['/compare/', 'Comparisons', 'tables|comparison tables|side by side'],
];

/** Makes the small index from the course. */
export function buildQuickIndex(course: Course): QuickIndex {
  return {
    concepts: course.concepts.map(({ id, term, definition, aliases }) => [
      id,
      term,
      definition,
      aliases.join('|'),
    ]),
    lessons: course.lessons.map(({ id, title, summary, outline }) => [
      id,
      title,
      summary,
      outline.headings.map((heading): [string, string] => [heading.id, heading.text]),
    ]),
    comparisons: course.comparisons.map(({ id, title, caption, sides, rows }) => [
      id,
      title,
      caption,
      sides.map((side) => side.label),
      rows.map((row) => [
        row.id,
        row.dimension,
        row.aliases.join('|'),
        ...sides.map((side) => row.cells[side.id] ?? ''),
      ]),
    ]),
    pages: PAGES,
  };
}

/** Unfolds the index into entries to search. */
export function readQuickIndex(index: QuickIndex): QuickEntry[] {
  const split = (aliases: string): string[] => (aliases === '' ? [] : aliases.split('|'));
  const entry = (
    kind: QuickKind,
    url: string,
    title: string,
    text = '',
    aliases: string[] = [],
    cells: QuickEntry['cells'] = [],
  ): QuickEntry => ({
    kind,
    url,
    title,
    text,
    aliases,
    cells,
  });
  return [
    ...index.concepts.map(([id, term, definition, aliases]) =>
      entry('concept', `/concepts/${id}/`, term, definition, split(aliases)),
    ),
    ...index.lessons.flatMap(([id, title, summary, headings]) => [
      entry('lesson', `/lessons/${id}/`, title, summary),
      ...headings.map(([fragment, heading]) =>
        entry('section', `/lessons/${id}/#${fragment}`, heading, `In the lesson “${title}”`),
      ),
    ]),
    ...index.comparisons.flatMap(([id, title, caption, labels, rows]) => [
      entry('comparison', `/compare/${id}/`, title, caption),
      ...rows.map(([fragment, dimension, aliases, ...cells]) =>
        entry(
          'row',
          `/compare/${id}/#${fragment}`,
          `${dimension}: ${title}`,
          '',
          [dimension, ...split(aliases)],
          labels.map((label, i): [string, string] => [label, cells[i] ?? '']),
        ),
      ),
    ]),
    ...index.pages.map(([path, title, aliases]) => entry('page', path, title, '', split(aliases))),
  ];
}
