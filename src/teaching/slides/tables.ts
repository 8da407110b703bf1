import { selectRows } from '../../components/comparison/views.ts';
import type { Comparison, TimelineEvent } from '../../course/types.ts';
import type { ProseTable } from '../../course/lesson-outline.ts';
import { eventKind } from '../../course/timeline.ts';
import { columnWidths, spreadRows, type Note, type Slide, type SlideBlock, type TextCell } from './slide.ts';
import type { DeckContext } from './wording.ts';

interface TableContent {
  id: string;
  label: string;
  title: string;
  caption: string;
  columns: TextCell[];
  rows: { id: string; cells: TextCell[]; note?: string }[];
  /** Whether the first cell of a row is its header. */
  named: boolean;
  /** Label of the notes of rows. */
  notesLabel?: string;
  notes?: Note[];
}

const toneOf = (tone: string): { tone?: string } => (tone === 'neutral' ? {} : { tone });

/** A table on as many slides as its type size requires; each has the header row. */
export function tableSlides(content: TableContent, block: SlideBlock | undefined): Slide[] {
  const { id, label, title, caption, columns, rows, named, notesLabel = '', notes = [] } = content;
  const text = (cells: readonly TextCell[]): string[] => cells.map((cell) => cell.text);
  const widths = columnWidths([text(columns), ...rows.map(({ cells }) => text(cells))]);
  const pages = spreadRows(rows, ({ cells }) => text(cells), widths);
  return pages.map((page, index): Slide => {
    const spoken = page.flatMap(({ note }) => (note === undefined ? [] : [note]));
    return {
      // With the id of the first row, so that links to a slide survive another split of the table.
      id: index === 0 ? id : `${id}-${page[0]?.id ?? ''}`,
      kind: 'table',
      label: pages.length === 1 ? label : `${label} · ${index + 1} of ${pages.length}`,
      title,
      caption,
      columns,
      named,
      rows: page.map(({ cells }) => cells),
      notes: [...(spoken.length === 0 ? [] : [{ label: notesLabel, lines: spoken }]), ...notes],
      block,
    };
  });
}

/** The slides of a comparison with the rows that the lesson shows. */
export function comparisonSlides(
  { say }: DeckContext,
  comparison: Comparison,
  chosen: readonly string[] | undefined,
  block: SlideBlock | undefined,
): Slide[] {
  const { sides } = comparison;
  return tableSlides(
    {
      id: `table-${comparison.id}`,
      label: 'Comparison',
      title: say(comparison.title),
      caption: say(comparison.caption),
      named: true,
      columns: [
        { text: 'What is compared' },
        ...sides.map(({ label, tone }) => ({ text: label, ...toneOf(tone) })),
      ],
      rows: selectRows(comparison, chosen).map(({ id, dimension, cells, ask, example }) => ({
        id,
        cells: [{ text: say(dimension) }, ...sides.map((side) => ({ text: say(cells[side.id] ?? '') }))],
        note: say(`${dimension}: ${ask} Example: ${example}`),
      })),
      notesLabel: 'Ask yourself, row by row',
    },
    block,
  );
}

const kindCell = (kind: TimelineEvent['kind']): TextCell => ({
  text: eventKind(kind),
  ...(kind === 'result' ? {} : { tone: kind }),
});

/** The slides of a lesson's timeline. */
export function timelineSlides(
  { lesson, say, absolute }: DeckContext,
  title: string,
  block: SlideBlock | undefined,
): Slide[] {
  const events = lesson.timeline.toSorted((a, b) => a.date.localeCompare(b.date));
  return tableSlides(
    {
      id: 'events',
      label: 'Timeline',
      title,
      caption: '',
      named: true,
      columns: [{ text: 'When' }, { text: 'What happened' }, { text: 'Whose kind of move' }],
      rows: events.map(({ date, label, event, kind }) => ({
        id: date,
        cells: [{ text: say(label) }, { text: say(event) }, kindCell(kind)],
      })),
      notes: [{ label: 'In the lesson, with the sources', lines: [absolute(lesson.path)] }],
    },
    block,
  );
}

/** The slides of a table in the lesson's prose. */
export function proseTableSlides(
  { lesson, say, absolute }: DeckContext,
  section: string,
  title: string,
  [header = [], ...rows]: ProseTable,
  block: SlideBlock | undefined,
): Slide[] {
  return tableSlides(
    {
      id: `example-${section}`,
      label: 'Example',
      title,
      caption: '',
      named: true,
      columns: header.map((text) => ({ text: say(text) })),
      rows: rows.map((cells, index) => ({
        id: String(index + 1),
        cells: cells.map((text) => ({ text: say(text) })),
      })),
      notes: [{ label: 'In the lesson', lines: [absolute(`${lesson.path}#${section}`)] }],
    },
    block,
  );
}

/** A slide with the terms of a lesson, to say in one's own words; the notes have their definitions. */
export function wordSlides({ lesson, say, absolute }: DeckContext, title: string): Slide[] {
  if (lesson.concepts.length === 0) return [];
  return [
    {
      id: 'words',
      kind: 'points',
      label: 'Key terms',
      title,
      points: lesson.concepts.map(({ term }) => say(term)),
      from: undefined,
      notes: [
        {
          label: 'What to do',
          lines: ['Neighbors take turns: say what a word means here, and give an example.'],
        },
        {
          label: 'What each means here',
          lines: lesson.concepts.map(
            ({ term, definition, path }) => `${say(term)}: ${say(definition)} ${absolute(path)}`,
          ),
        },
      ],
      block: undefined,
    },
  ];
}
