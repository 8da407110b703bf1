import { z } from 'zod';
import { oneOf, text } from '../../course/schemas/common.ts';
import { heading, paragraph, strong } from '../../utils/markdown.ts';
import { claims, COMMON, concepts, kindContent, lesson } from '../entry.ts';

/** Verdicts on who said a line, in words for readers. */
export const VERDICTS = {
  said: 'Rightly',
  reworded: 'Nearly: the words were others',
  misattributed: 'Wrongly, as far as anybody found',
  disputed: 'That is disputed',
  unknown: 'Nobody knows',
} as const;

const schema = z.strictObject({
  line: text('the line'),
  credited: text('to whom people credit it'),
  verdict: oneOf(VERDICTS),
  origin: text('who really said it, as far as anybody found'),
  truth: text('what is true in it'),
  claims,
  concepts,
  lesson,
  ...COMMON,
});
export type LineData = z.infer<typeof schema>;

/** `src/content/lines/<slug>.yaml`: a famous line, who really said it, and what is true in it. */
export const line = kindContent<LineData>({
  extension: 'yaml',
  schema,
  title: (data) => `“${data.line}”`,
  summary: ({ credited, verdict }) =>
    `Credited to ${credited}. ${VERDICTS[verdict]}. Who said it, and what is true in it.`,
  about:
    'Famous lines that you will hear at work: who really said each, as far as anybody found, and what is true in it.',
  whole: true,
  card: ({ credited, verdict }) => `Credited to ${credited}. ${VERDICTS[verdict]}.`,
  markdown: (data) => [
    paragraph(strong('Credited to:'), ` ${data.credited}. `, strong(`${VERDICTS[data.verdict]}.`)),
    heading(2, 'Who said it'),
    paragraph(data.origin),
    heading(2, 'What is true in it'),
    paragraph(`${data.truth} (This is our reading.)`),
  ],
});
