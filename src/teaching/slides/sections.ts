import { selectRows } from '../../components/comparison/views.ts';
import type { LessonSection, Passage, ProseTable } from '../../course/lesson-outline.ts';
import { note, tableParts, type Note, type Slide, type SlideBlock, type TextCell } from './slide.ts';
import type { DeckContext } from './wording.ts';
import type { Comparison, Question } from '../../course/types.ts';
import { shortCitation } from '../../course/citations.ts';
import { answersOf, optionsLabel } from '../../course/questions.ts';
import { sourcesByReading } from '../../course/reading-words.ts';

export const FROM_LESSON = 'From the lesson';

/** Speaker notes from prose, one for each block, with its label. */
export function proseNotes({ say }: DeckContext, passages: readonly Passage[]): Note[] {
  const notes: Note[] = [];
  for (const { label, text } of passages) {
    const name = label === undefined ? FROM_LESSON : say(label);
    const last = notes.at(-1);
    if (last?.label === name) last.lines.push(say(text));
    else notes.push(note(name, say(text)));
  }
  return notes;
}

function definitionSlide({ course, say, absolute }: DeckContext, id: string, block?: SlideBlock): Slide {
  const { term, definition, path } = course.concept(id);
  return {
    id: `definition-${id}`,
    kind: 'text',
    label: 'Definition',
    title: say(term),
    text: say(definition),
    notes: [note('To read on', absolute(path))],
    block,
  };
}

function figureSlide({ course, say, absolute }: DeckContext, id: string, block?: SlideBlock): Slide {
  const { title, caption, alt, path, table } = course.figure(id);
  const data = table === undefined ? [] : [table.columns, ...table.rows].map((row) => say(row.join(' | ')));
  return {
    id: `figure-${id}`,
    kind: 'figure',
    label: 'Figure',
    title: say(title),
    picture: { figure: id, alt: say(alt) },
    notes: [
      note('What to see in it', say(caption)),
      note('The figure in words', say(alt), absolute(path)),
      ...(data.length === 0 ? [] : [note('Its data', ...data)]),
    ],
    block,
  };
}

interface TableContent {
  id: string;
  label: string;
  title: string;
  caption: string;
  columns: TextCell[];
  rows: { cells: TextCell[]; note?: string }[];
  notesLabel?: string;
  notes: Note[];
}

const toneOf = (tone: string): { tone?: string } => (tone === 'neutral' ? {} : { tone });

/** A table on as many slides as its rows take; what is to be said of a row is in the notes of its slide. */
function tableSlides(content: TableContent, block: SlideBlock | undefined): Slide[] {
  const { id, label, title, caption, columns, rows, notesLabel = '', notes } = content;
  const textsOf = (some: readonly (typeof rows)[number][]): string[][] =>
    [columns, ...some.map(({ cells }) => cells)].map((cells) => cells.map(({ text }) => text));
  return tableParts(rows, textsOf).map((part, index): Slide => {
    const spoken = part.flatMap(({ note }) => (note === undefined ? [] : [note]));
    return {
      id: index === 0 ? id : `${id}-${index + 1}`,
      kind: 'table',
      label,
      title: index === 0 ? title : `${title} (continued)`,
      caption,
      columns,
      rows: part.map(({ cells }) => cells),
      notes: [...(spoken.length === 0 ? [] : [note(notesLabel, ...spoken)]), ...notes],
      block,
    };
  });
}

/** A comparison with the rows that the guide chooses for slides, or that the lesson shows. */
function comparisonSlides(
  { say, absolute }: DeckContext,
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
      columns: [
        { text: 'What is compared' },
        ...sides.map(({ label, tone }) => ({ text: label, ...toneOf(tone) })),
      ],
      rows: selectRows(comparison, chosen).map(({ dimension, cells, ask, example }) => ({
        cells: [{ text: say(dimension) }, ...sides.map((side) => ({ text: say(cells[side.id] ?? '') }))],
        note: say(`${dimension}: ${ask} Example: ${example}`),
      })),
      notesLabel: 'Ask yourself, row by row',
      notes: [note('The whole table', absolute(comparison.path))],
    },
    block,
  );
}

function proseTableSlides(
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
      columns: header.map((text) => ({ text: say(text) })),
      rows: rows.map((cells) => ({ cells: cells.map((text) => ({ text: say(text) })) })),
      notes: [note('In the lesson', absolute(`${lesson.path}#${section}`))],
    },
    block,
  );
}

/** The points that a guide has for a section, as a slide with the section's prose in its notes. */
export const pointsSlide = (
  context: DeckContext,
  id: string,
  heading: string,
  passages: readonly Passage[],
  block?: SlideBlock,
): Slide | undefined => {
  const points = context.lesson.guide?.slides[id];
  return points === undefined
    ? undefined
    : {
        id: `section-${id}`,
        kind: 'points',
        label: FROM_LESSON,
        title: context.say(heading),
        points: points.map(context.say),
        notes: proseNotes(context, passages),
        block,
      };
};

/** The slides of a section: its points, then its definitions, tables and drawings; the first one has its prose in the notes. */
export function sectionSlides(
  context: DeckContext,
  section: LessonSection,
  block: SlideBlock | undefined,
): Slide[] {
  const { course, lesson, say, absolute } = context;
  const id = section.id ?? '';
  const title = say(section.heading);
  const points = pointsSlide(context, id, section.heading, section.passages, block);
  const shown = ({ id, rows }: (typeof section.comparisons)[number]): readonly string[] | undefined =>
    lesson.guide?.tables.find((table) => table.id === id)?.rows ?? rows;
  const [first, ...rest] = [
    ...(points === undefined ? [] : [points]),
    ...section.definitions.map((each) => definitionSlide(context, each, block)),
    ...section.comparisons.flatMap((use) =>
      comparisonSlides(context, course.comparison(use.id), shown(use), block),
    ),
    ...section.tables.flatMap((table) => proseTableSlides(context, id, title, table, block)),
    ...section.figures.map((each) => figureSlide(context, each, block)),
  ];
  const read: Note = note('In the lesson', absolute(`${lesson.path}#${id}`));
  if (first === undefined)
    return [
      {
        id: `section-${id}`,
        kind: 'statement',
        label: FROM_LESSON,
        title,
        notes: [...proseNotes(context, section.passages), read],
        block,
      },
    ];
  if (first === points) return [{ ...first, notes: [...first.notes, read] }, ...rest];
  const notes = [...proseNotes(context, section.passages), read, ...first.notes];
  return [{ ...first, label: `${title} · ${first.label}`, notes }, ...rest];
}

/** A check question for the room; its answers are in the notes. */
export function checkSlide({ course, lesson, say, absolute }: DeckContext, question: Question): Slide {
  const answers = answersOf(question);
  const facts = sourcesByReading((question.claims ?? []).map((id) => course.claim(id)));
  const isRecall = question.kind === 'recall';
  const shared = {
    id: question.id,
    title: say(question.prompt),
    label: `Check yourself · ${isRecall ? 'From memory' : optionsLabel(question)}`,
    notes: [
      note(
        'What to do',
        isRecall
          ? 'Let everybody write for a minute. Then collect, and add what is missing.'
          : question.kind === 'sort'
            ? 'Let everybody settle on an answer before you go on.'
            : 'Let everybody settle on a letter before you go on, and show it with a hand or type it into the chat.',
      ),
      ...(isRecall ? [note('A model answer', say(question.answer))] : []),
      {
        label: 'What to say of each answer',
        lines: answers.map(({ label, feedback }) => say(`${label} ${feedback}`)),
      },
      ...(facts.length === 0
        ? []
        : [
            {
              label: 'Where the facts come from',
              lines: facts.map(({ words, sources }) => say(words + sources.map(shortCitation).join('; '))),
            },
          ]),
      note('In the lesson', absolute(`${lesson.path}#${question.id}`)),
    ],
  };
  return isRecall
    ? { ...shared, kind: 'statement' }
    : {
        ...shared,
        kind: 'points',
        points: answers.map(({ text }) => say(text)),
        from: question.kind === 'sort' ? 1 : 'letters',
      };
}
