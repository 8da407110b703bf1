import type { PromptsData } from './schema.ts';

/** Heading of the form, on paper and as text. */
export const FEEDBACK_ASK = 'Think of the last month at work, and do not write your name.';

/** The team-feedback form as plain text: each statement with its choices, to paste into any form tool. */
export function feedbackText({ scale, items, open }: PromptsData['feedback']): string {
  const choices = scale.map((point) => `   ( ) ${point}`);
  return [
    FEEDBACK_ASK,
    '',
    ...items.flatMap(({ text }, index) => [`${index + 1}. ${text}`, ...choices, '']),
    ...open.flatMap(({ text }, index) => [`${items.length + index + 1}. ${text}`, '   (a few lines)', '']),
  ].join('\n');
}
