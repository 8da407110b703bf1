import { z } from 'zod';
import { several, text } from '../../course/schemas/common.ts';
import { timelineEvent } from '../../course/schemas/lesson.ts';
import { COMMON, concepts, kindContent, lesson, next, summary } from '../entry.ts';

const schema = z.strictObject({
  title: text('the title of the case'),
  summary,
  concepts,
  lesson,
  timeline: several(timelineEvent, 3, 12),
  next,
  ...COMMON,
});
/** `src/content/records/<slug>.mdx`: a short case from the record, with what speaks against it. */
export const record = kindContent({
  extension: 'mdx',
  schema,
  about: 'Short cases of real organizations, with their sources and with what speaks against the story.',
  words: [400, 700],
  components: ['Timeline'],
  headings: true,
  markdown: (_, body) => body,
});
