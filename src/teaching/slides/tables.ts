import { selectRows } from '../../components/comparison/views.ts';
import type { Comparison, TimelineEvent } from '../../course/types.ts';
import type { ProseTable } from '../../course/lesson-outline.ts';
import { eventKind } from '../../course/sides.ts';
import { columnWidths, fittingRows, type Note, type Slide, type SlideBlock, type TextCell } from './slide.ts';
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

/** A table with as many rows as fit at its type size; the notes name the others. */
export function tableSlide(content: TableContent, block: SlideBlock | undefined): Slide {
  const { id, label, title, caption, columns, rows, named, notesLabel = '', notes = [] } = content;
  const text = (cells: readonly TextCell[]): string[] => cells.map((cell) => cell.text);
  const widths = columnWidths([text(columns), ...rows.map(({ cells }) => text(cells))]);
  const shown = fittingRows(rows, ({ cells }) => text(cells), widths);
  const spoken = shown.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const others = rows.slice(shown.length).map(({ cells: [first] }) => first?.text ?? '');
  return {
    id,
    kind: 'table',
    label,
    title,
    caption,
    columns,
    named,
    rows: shown.map(({ cells }) => cells),
    notes: [
      ...(spoken.length === 0 ? [] : [{ label: notesLabel, lines: spoken }]),
      ...(others.length === 0 ? [] : [{ label: 'Rows that are in the handout', lines: others }]),
      ...notes,
    ],
    block,
  };
}

/** A comparison with the rows that the lesson shows. */
export function comparisonSlide(
  { say, absolute }: DeckContext,
  comparison: Comparison,
  chosen: readonly string[] | undefined,
  block: SlideBlock | undefined,
): Slide {
  const { sides } = comparison;
  return tableSlide(
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
      notes: [{ label: 'The whole table', lines: [absolute(comparison.path)] }],
    },
    block,
  );
}

const kindCell = (kind: TimelineEvent['kind']): TextCell => ({
  text: eventKind(kind),
  ...(kind === 'result' ? {} : { tone: kind }),
});

/** The timeline of a lesson. */
export function timelineSlide(
  { lesson, say, absolute }: DeckContext,
  title: string,
  block: SlideBlock | undefined,
): Slide {
  return tableSlide(
    {
      id: 'events',
      label: 'Timeline',
      title,
      caption: '',
      named: true,
      columns: [{ text: 'When' }, { text: 'What happened' }, { text: 'Whose kind of move' }],
      rows: lesson.timeline.map(({ date, label, event, kind }) => ({
        id: date,
        cells: [{ text: say(label) }, { text: say(event) }, kindCell(kind)],
      })),
      notes: [{ label: 'In the lesson, with the sources', lines: [absolute(lesson.path)] }],
    },
    block,
  );
}

/** A table in the lesson's prose. */
export function proseTableSlide(
  { lesson, say, absolute }: DeckContext,
  section: string,
  title: string,
  [header = [], ...rows]: ProseTable,
  block: SlideBlock | undefined,
): Slide {
  return tableSlide(
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
