import { z } from 'zod';
import { oneOf, several, short, text } from '../../course/schemas/common.ts';
import { COURSE } from '../../site.ts';
import { heading, paragraph, strong } from '../../utils/markdown.ts';
import { address, basis, BASIS, COMMON, kindContent, lesson } from '../entry.ts';

const TOPICS = COURSE.answerTopics.map(({ id }) => id);
const schema = z.strictObject({
  question: text('the question as people ask it'),
  /** Makes sense alone, on the search card and in the page description. */
  short: short('an answer of two lines that needs no more to be understood', 240),
  topic: oneOf(TOPICS, 'choose one, or add a topic to answerTopics in course.yaml'),
  basis,
  lesson,
  tryThis: text('one thing to try this week'),
  next: several(address, 1, 4),
  ...COMMON,
});
export type AnswerData = z.infer<typeof schema>;

const topicOf = (topic: string): string =>
  COURSE.answerTopics.find((one) => one.id === topic)?.title ?? topic;

/** Headings of the page by id; its files have the same. */
export const parts = { 'try-this': 'Try this week' } as const;

/** `src/content/answers/<slug>.mdx`: a question about work, and an answer. */
export const answer = kindContent<AnswerData>({
  extension: 'mdx',
  schema,
  title: ({ question }) => question,
  summary: (data) => data.short,
  about:
    'Questions about leading and managing at work, each with a short answer and an honest word on how sure we are.',
  group: ({ topic }) => topicOf(topic),
  groups: COURSE.answerTopics.map(({ title }) => title),
  words: [150, 250],
  parts,
  markdown: (data, body) => [
    paragraph(strong('In short.'), ` ${data.short}`),
    paragraph(BASIS[data.basis]),
    ...body,
    heading(2, parts['try-this']),
    paragraph(data.tryThis),
  ],
});
