import type { Question } from './types.ts';

/** An answer to a question of any kind, as the page shows it. */
export interface Answer {
  text: string;
  /** Right or wrong for options, the side for statements, empty for points to recall. */
  verdict: 'right' | 'wrong' | 'leading' | 'managing' | '';
  /** Label before its feedback. */
  label: string;
  feedback: string;
}

/** Instructions for the options, by kind. */
export const OPTIONS_LABEL: Record<Exclude<Question['kind'], 'recall'>, string> = {
  single: 'Choose one.',
  multiple: 'Choose all that apply.',
  sort: 'Leading or managing? Sort each statement.',
};

/** The two sides into which statements are sorted. */
export const SIDE_LABEL = { leading: 'Leading', managing: 'Managing' } as const;

/** The answers to a question in one shape for all kinds. */
export function answersOf(question: Question): Answer[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text, correct, feedback }, index) => ({
        text,
        verdict: correct ? 'right' : 'wrong',
        label: `${index + 1}. ${correct ? 'Right.' : 'Not this one.'}`,
        feedback,
      }));
    case 'sort':
      return question.statements.map(({ text, side, feedback }, index) => ({
        text,
        verdict: side,
        label: `${index + 1}. ${SIDE_LABEL[side]}.`,
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
  return kind === 'single' ? { right: right === of ? 1 : 0, of: 1 } : { right, of };
}
