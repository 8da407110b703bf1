import type { LessonSection, Passage } from '../../course/lesson-outline.ts';
import { fittingPoints, type Note, type Slide, type SlideBlock, type TextCell } from './slide.ts';
import { comparisonSlides, proseTableSlides, timelineSlides, tableSlides } from './tables.ts';
import { pointsOf, type DeckContext } from './wording.ts';
import type { Question } from '../../course/types.ts';
import { answersOf, choicesOf, markOf, optionsLabel, type Answer } from '../../course/questions.ts';
import { sideLabel, type SideName } from '../../course/sides.ts';

/** Label of the parts from the lesson itself. */
export const FROM_LESSON = 'From the lesson';

/** Speaker notes from prose, one for each block, with its label. */
export function proseNotes({ say }: DeckContext, passages: readonly Passage[]): Note[] {
  const notes: Note[] = [];
  for (const { label, aside, text } of passages) {
    const name = aside && label !== undefined ? say(label) : FROM_LESSON;
    const last = notes.at(-1);
    if (last?.label === name) last.lines.push(say(text));
    else notes.push({ label: name, lines: [say(text)] });
  }
  return notes;
}

function definitionSlides(
  { course, say, absolute }: DeckContext,
  ids: readonly string[],
  block?: SlideBlock,
): Slide[] {
  return ids.map((id): Slide => {
    const { term, definition, path } = course.concept(id);
    return {
      id: `definition-${id}`,
      kind: 'definition',
      label: 'Definition',
      title: say(term),
      definition: say(definition),
      notes: [{ label: 'To read on', lines: [absolute(path)] }],
      block,
    };
  });
}

function figureSlides(
  { course, say, absolute }: DeckContext,
  ids: readonly string[],
  block?: SlideBlock,
): Slide[] {
  return ids.map((id): Slide => {
    const { title, caption, alt, path, table } = course.figure(id);
    return {
      id: `figure-${id}`,
      kind: 'figure',
      label: 'Figure',
      title: say(title),
      picture: { figure: id, alt: say(alt) },
      notes: [
        { label: 'What to see in it', lines: [say(caption)] },
        { label: 'The figure in words', lines: [say(alt), absolute(path)] },
        ...(table === undefined
          ? []
          : [
              { label: 'Its data', lines: [table.columns, ...table.rows].map((row) => say(row.join(' | '))) },
            ]),
      ],
      block,
    };
  });
}

/** Minimum number of points for a slide before that of a table or a drawing. */
const FEW = 3;

/** The slides of a section: its points, then its tables and drawings. */
export function sectionSlides(
  context: DeckContext,
  section: LessonSection,
  block: SlideBlock | undefined,
): Slide[] {
  const { course, lesson, say, absolute } = context;
  const id = section.id ?? '';
  const title = say(section.heading);
  const points = fittingPoints(pointsOf(section.passages).map(say));
  const own: Slide = {
    id: `section-${id}`,
    kind: 'points',
    label: FROM_LESSON,
    title,
    points,
    from: undefined,
    notes: [
      ...proseNotes(context, section.passages),
      { label: 'In the lesson', lines: [absolute(`${lesson.path}#${id}`)] },
    ],
    block,
  };
  const [first, ...rest] = [
    ...definitionSlides(context, section.definitions, block),
    ...section.comparisons.flatMap((use) =>
      comparisonSlides(context, course.comparison(use.id), use.rows, block),
    ),
    ...section.tables.flatMap((table) => proseTableSlides(context, id, title, table, block)),
    ...figureSlides(context, section.figures, block),
    ...(section.timeline ? timelineSlides(context, title, block) : []),
  ];
  if (first === undefined) return [own];
  // Prose that only introduces a table or a drawing goes to the speaker notes.
  return points.length < FEW
    ? [{ ...first, label: `${title} · ${first.label}`, notes: [...own.notes, ...first.notes] }, ...rest]
    : [own, first, ...rest];
}

const VERDICT = new Map([
  ['right', 'Right'],
  ['wrong', 'Not this one'],
]);
const verdictCell = (verdict: Answer['verdict'], sides: readonly SideName[]): TextCell =>
  verdict === '' ? { text: '' } : { text: VERDICT.get(verdict) ?? sideLabel(verdict, sides), tone: verdict };

/** The slides of a check question: the question without its answers, then the answers. */
export function checkSlides({ lesson, say, absolute }: DeckContext, question: Question): Slide[] {
  const answers = answersOf(question);
  const title = say(question.prompt);
  const label =
    question.kind === 'recall'
      ? 'Check yourself · From memory'
      : `Check yourself · ${optionsLabel(question)}`;
  const feedback: Note = {
    label: 'What to say of each answer',
    lines: answers.map(({ label: verdict, feedback: text }) => say(`${verdict} ${text}`)),
  };
  const where: Note = { label: 'In the lesson', lines: [absolute(`${lesson.path}#${question.id}`)] };
  const shared = { title, block: undefined };
  const sides = question.kind === 'sort' ? choicesOf(question) : [];
  if (question.kind === 'recall')
    return [
      {
        ...shared,
        id: question.id,
        kind: 'statement',
        label,
        text: undefined,
        notes: [{ label: 'A model answer', lines: [say(question.answer)] }, where],
      },
      {
        ...shared,
        id: `${question.id}-answer`,
        kind: 'points',
        label: 'Answer',
        points: answers.map(({ text }) => say(text)),
        from: undefined,
        notes: [{ label: 'A model answer', lines: [say(question.answer)] }, feedback],
      },
    ];
  return [
    {
      ...shared,
      id: question.id,
      kind: 'points',
      label,
      points: answers.map(({ text }) => say(text)),
      from: question.kind === 'sort' ? 1 : 'letters',
      notes: [
        {
          label: 'What to do',
          lines: [
            question.kind === 'sort'
              ? 'Let everybody settle on an answer before you go on: the next slide shows it.'
              : 'Let everybody settle on a letter before you go on, and show it with a hand or type it into the chat. The next slide has the answer.',
          ],
        },
        where,
      ],
    },
    ...tableSlides(
      {
        id: `${question.id}-answer`,
        label: 'Answer',
        title,
        caption: '',
        named: false,
        columns: [{ text: question.kind === 'sort' ? 'Statement' : 'Answer' }, { text: 'What it is' }],
        rows: answers.map(({ text, verdict }, index) => ({
          id: String(index + 1),
          cells: [{ text: `${markOf(question.kind, index)} ${say(text)}` }, verdictCell(verdict, sides)],
        })),
        notes: [feedback],
      },
      undefined,
    ),
  ];
}
