import type { LessonSection, Passage } from '../../course/lesson-outline.ts';
import { fittingPoints, type Note, type Slide, type SlideBlock } from './slide.ts';
import { comparisonSlide, proseTableSlide, timelineSlide } from './tables.ts';
import { pointsOf, type DeckContext } from './wording.ts';
import type { Question } from '../../course/types.ts';
import { shortCitation } from '../../course/citations.ts';
import { answersOf, optionsLabel } from '../../course/questions.ts';
import { sourcesByReading } from '../../course/reading-words.ts';

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
      kind: 'text',
      label: 'Definition',
      title: say(term),
      text: say(definition),
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

/** The slides of a section: its definitions, tables and drawings, with its prose in the notes; without them, its points. */
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
    ...section.comparisons.map((use) => comparisonSlide(context, course.comparison(use.id), use.rows, block)),
    ...section.tables.map((table) => proseTableSlide(context, id, title, table, block)),
    ...figureSlides(context, section.figures, block),
    // A drawing of the events says more to a room than their table.
    ...(section.timeline && section.figures.length === 0 ? [timelineSlide(context, title, block)] : []),
  ];
  if (first === undefined) return [own];
  return [{ ...first, label: `${title} · ${first.label}`, notes: [...own.notes, ...first.notes] }, ...rest];
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
      {
        label: 'What to do',
        lines: [
          isRecall
            ? 'Let everybody write for a minute. Then collect, and add what is missing.'
            : question.kind === 'sort'
              ? 'Let everybody settle on an answer before you go on.'
              : 'Let everybody settle on a letter before you go on, and show it with a hand or type it into the chat.',
        ],
      },
      ...(isRecall ? [{ label: 'A model answer', lines: [say(question.answer)] }] : []),
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
      { label: 'In the lesson', lines: [absolute(`${lesson.path}#${question.id}`)] },
    ],
    block: undefined,
  };
  return isRecall
    ? { ...shared, kind: 'statement', text: undefined }
    : {
        ...shared,
        kind: 'points',
        points: answers.map(({ text }) => say(text)),
        from: question.kind === 'sort' ? 1 : 'letters',
      };
}
