import type { Question } from '../../course/types.ts';
import { answersOf, choicesOf, markOf, optionsLabel, type Answer } from '../../course/questions.ts';
import { sideLabel, type SideName } from '../../course/sides.ts';
import type { Note, Slide, TextCell } from './slide.ts';
import { tableSlides } from './tables.ts';
import type { DeckContext } from './wording.ts';

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
