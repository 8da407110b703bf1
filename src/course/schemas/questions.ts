import { z } from 'zod';
import { SIDES } from '../../site.ts';
import { text, uniqueBy } from './common.ts';
import { sideId } from './side-id.ts';

const feedback = text('feedback that teaches, for right answers and wrong ones alike');

const shared = {
  /** Permanent id, unique on the site. */
  id: text('the id of the question').regex(/^q-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not a question id. Remedy: start it with "q-", as in "q-three-questions".',
  }),
  /** A single question to answer from memory. */
  prompt: text('the question'),
  /** Fragment of the lesson that explains the answer. */
  explains: text('the fragment that explains the answer').regex(/^#[a-z0-9-]+$/, {
    error: 'is not a fragment. Remedy: write the id of a heading of the lesson, such as "#definition".',
  }),
};

const option = z.strictObject({ text: text('the answer'), correct: z.boolean(), feedback });

const single = z.strictObject({
  ...shared,
  kind: z.literal('single'),
  options: z
    .array(option)
    .min(3, { error: 'has fewer than 3 entries. Remedy: offer three to five answers.' })
    .refine((options) => options.filter((item) => item.correct).length === 1, {
      error: 'needs exactly one correct answer. Remedy: mark one with `correct: true`.',
    }),
});

const multiple = z.strictObject({
  ...shared,
  kind: z.literal('multiple'),
  options: z
    .array(option)
    .min(3, { error: 'has fewer than 3 entries. Remedy: offer three to six answers.' })
    .refine((options) => options.some((item) => item.correct) && options.some((item) => !item.correct), {
      error: 'needs right and wrong answers. Remedy: mark at least one of each.',
    }),
});

/** A question that sorts statements by side, which only a course with sides has. */
export const sortSchema = (sides: readonly { id: string }[]) =>
  z.strictObject({
    ...shared,
    kind: z.literal('sort').refine(() => sides.length > 0, {
      error:
        'is "sort", and the course has no sides. Remedy: describe two sides in course.yaml, or ask another kind of question.',
    }),
    statements: z
      .array(
        z.strictObject({
          text: text('a statement to sort'),
          side: sideId([], sides),
          feedback,
        }),
      )
      .min(3, { error: 'has fewer than 3 entries. Remedy: write three to six statements.' }),
  });

const recall = z.strictObject({
  ...shared,
  kind: z.literal('recall'),
  /** A model answer for comparison. */
  answer: text('a model answer'),
  /** Points of a good answer, with feedback for readers who missed one. */
  points: z
    .array(z.strictObject({ text: text('what a good answer has'), feedback }))
    .min(1, { error: 'is empty. Remedy: name what a good answer has.' }),
});

export const questionSchema = z.discriminatedUnion('kind', [single, multiple, sortSchema(SIDES), recall], {
  error: 'has an unknown kind. Remedy: use single, multiple, sort or recall.',
});

/** The check questions of one lesson (`src/content/questions/<lesson slug>.yaml`). */
export const questionsSchema = z.strictObject({
  questions: z
    .array(questionSchema)
    .min(3, { error: 'has fewer than 3 entries. Remedy: write three to five questions.' })
    .superRefine(uniqueBy('id', (item) => item.id)),
});

export type QuestionData = z.infer<typeof questionSchema>;
export type QuestionsData = z.infer<typeof questionsSchema>;
