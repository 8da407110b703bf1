import type { Lesson, Question } from './types.ts';
import { reviewPath } from '../utils/paths.ts';
import { BESIDES, SIDE_NAMES } from '../site.ts';
import { sideLabel, type SideName } from './sides.ts';

/** An answer to a question of any kind, as the page shows it. */
export interface Answer {
  text: string;
  /** What marks it: "right" or "wrong" for options, the id of a side for statements, empty for points to recall. */
  verdict: string;
  /** What comes before its feedback. */
  label: string;
  feedback: string;
}

/** The address of a question: on the page of its lesson, or on that of all its questions. */
export const placeOf = (
  { id, path }: Pick<Lesson, 'id' | 'path'>,
  { id: fragment, where }: Pick<Question, 'id' | 'where'>,
): { path: string; fragment: string } => ({ path: where === 'review' ? reviewPath(id) : path, fragment });

/** The objectives that a question of a lesson tests, as "lesson#id". */
export const objectivesOf = (
  { objective, objectives = [] }: Pick<Question, 'objective' | 'objectives'>,
  lesson: string,
): string[] =>
  [objective ?? [], objectives].flat().map((each) => (each.includes('#') ? each : `${lesson}#${each}`));

/** What the statements of a question can be sorted into: the sides, and what it offers beside them. */
export const choicesOf = (
  { offers }: Pick<Extract<Question, { kind: 'sort' }>, 'offers'>,
  sides: readonly SideName[] = SIDE_NAMES,
): readonly SideName[] => [...sides, ...BESIDES.filter(({ id }) => offers.some((offer) => offer === id))];

/** What to do with the options of a question. */
export function optionsLabel(
  question: Exclude<Question, { kind: 'recall' }>,
  sides: readonly SideName[] = SIDE_NAMES,
): string {
  switch (question.kind) {
    case 'single':
      return 'Choose one.';
    case 'multiple':
      return 'Choose all that apply.';
    case 'sort':
      return `${new Intl.ListFormat('en', { type: 'disjunction' }).format(
        choicesOf(question, sides).map(({ label, noun }, index) => (index === 0 ? label : noun)),
      )}? Sort each statement.`;
  }
}

/** What an option or a statement is called: options have letters, to say aloud and to type, and statements numbers. */
export const markOf = (kind: string, index: number): string =>
  kind === 'sort' ? `${index + 1}.` : `${String.fromCharCode(65 + index)}.`;

/** The answers of a question in one shape, so that page, script and exports need not know the kinds. */
export function answersOf(question: Question, sides: readonly SideName[] = SIDE_NAMES): Answer[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text, correct, feedback }, index) => ({
        text,
        verdict: correct ? 'right' : 'wrong',
        label: `${markOf(question.kind, index)} ${correct ? 'Right.' : 'Not this one.'}`,
        feedback,
      }));
    case 'sort':
      return question.statements.map(({ text, side, feedback }, index) => ({
        text,
        verdict: side,
        label: `${markOf(question.kind, index)} ${sideLabel(side, choicesOf(question, sides))}.`,
        feedback,
      }));
    case 'recall':
      return question.points.map(({ text, feedback }) => ({ text, verdict: '', label: text, feedback }));
  }
}

/** Counts correct answers: for options, chosen exactly when right; for statements, sorted to the right side. */
export function score(verdicts: readonly Answer['verdict'][], given: readonly string[]): number {
  return verdicts.filter((verdict, index) => verdict === given[index]).length;
}

/** The score of an answer: the number of correct parts. */
export interface Result {
  right: number;
  of: number;
}

/** Scores the given answers. A single-choice question is either right or wrong as a whole. */
export function resultOf(
  kind: string,
  verdicts: readonly Answer['verdict'][],
  given: readonly string[],
): Result {
  const [right, of] = [score(verdicts, given), verdicts.length];
  return kind === 'single' ? { right: Number(right === of), of: 1 } : { right, of };
}
