import { z } from 'zod';
import { SIDES } from '../../site.ts';
import { type Context, fault, id, letteredId, oneOf, several, text, uniqueIds } from './common.ts';
import { sideId } from './side-id.ts';

const feedback = text('feedback that teaches, for right answers and wrong ones alike');
/** What a question asks for: to say it from memory, to pick it out, to use it on a case, to weigh a case. */
const LEVELS = ['recall', 'recognize', 'apply', 'judge'] as const;
/** What a sorting question may offer beside the sides. */
const OFFERS = ['both', 'neither'] as const;

const objective = text('the id of the objective').regex(/^(?:[a-z0-9-]+#)?[a-z0-9-]+$/, {
  error:
    'is not an objective. Remedy: write an id of the lesson, such as "sort-actions", or "lesson#id" for that of another.',
});

const shared = {
  /** Permanent id, unique on the site. */
  id: letteredId('q', 'question'),
  /** A single question to answer from memory. */
  prompt: text('the question'),
  /** The objective that it tests; a question that mixes several names them in `objectives`. */
  objective: objective.optional(),
  objectives: several(objective, 2, undefined, 'name one objective in `objective`').optional(),
  level: oneOf(LEVELS, 'say what the question asks for'),
  /** `review` for a question that is not on the page of its lesson. */
  where: z
    .literal('review', { error: 'is not "review". Remedy: leave it out, and the question is in its lesson.' })
    .optional(),
  /** Fragment of the lesson that explains the answer. */
  explains: text('the fragment that explains the answer').regex(/^#[a-z0-9-]+$/, {
    error: 'is not a fragment. Remedy: write the id of a heading of the lesson, such as "#definition".',
  }),
  /** Facts that the feedback rests on, and that the lesson shows. */
  claims: z.array(id('the id of a claim')).optional(),
};

const option = z.strictObject({ text: text('the answer'), correct: z.boolean(), feedback });

const single = z.strictObject({
  ...shared,
  kind: z.literal('single'),
  options: several(option, 3).refine((options) => options.filter((item) => item.correct).length === 1, {
    error: 'needs exactly one correct answer. Remedy: mark one with `correct: true`.',
  }),
});

const multiple = z.strictObject({
  ...shared,
  kind: z.literal('multiple'),
  options: several(option, 3).refine((options) => new Set(options.map(({ correct }) => correct)).size === 2, {
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
    /** What it offers beside the sides: `both`, `neither`. */
    offers: z.array(oneOf(OFFERS, 'name what is not one side')).default([]),
    statements: several(
      z.strictObject({
        text: text('a statement to sort'),
        side: sideId(sides.length === 0 ? [] : OFFERS, sides),
        feedback,
      }),
      3,
    ),
  });

type AnyQuestion = z.infer<typeof single | typeof multiple | ReturnType<typeof sortSchema> | typeof recall>;

/** Checks what depends on several fields of a question. */
function checkFields(question: AnyQuestion, context: Context): void {
  const report = (field: string, message: string): void => fault(context, [field], message);
  if ((question.objective === undefined) === (question.objectives === undefined))
    report('objective', 'and `objectives` are both given, or neither. Remedy: write one of the two.');
  if (question.level === 'recall' && question.kind !== 'recall')
    report('level', 'is "recall", and the answers are shown. Remedy: write recognize, apply or judge.');
  if (question.level === 'recognize' && question.kind === 'recall')
    report('level', 'is "recognize", and no answers are shown. Remedy: write recall, apply or judge.');
  if (question.kind !== 'sort') return;
  for (const offer of OFFERS)
    if (question.offers.includes(offer) !== question.statements.some(({ side }) => side === offer))
      report(
        'offers',
        `has "${offer}" without a statement on it, or the reverse. Remedy: offer what some statement is, and no more.`,
      );
}

const recall = z.strictObject({
  ...shared,
  kind: z.literal('recall'),
  /** A model answer for comparison. */
  answer: text('a model answer'),
  /** Points of a good answer, with feedback for readers who missed one. */
  points: several(z.strictObject({ text: text('what a good answer has'), feedback }), 1),
});

export const questionSchema = z
  .discriminatedUnion('kind', [single, multiple, sortSchema(SIDES), recall], {
    error: 'has an unknown kind. Remedy: use single, multiple, sort or recall.',
  })
  .superRefine(checkFields);

/** Most questions on the page of a lesson. */
const MOST_CHECKS = 6;

/** The questions that are on the page of their lesson. */
export const checksOf = <Item extends { where?: 'review' | undefined }>(questions: readonly Item[]): Item[] =>
  questions.filter(({ where }) => where === undefined);

/** The questions of one lesson (`src/content/questions/<lesson slug>.yaml`). */
export const questionsSchema = z.strictObject({
  questions: z
    .array(questionSchema)
    .refine((questions) => MOST_CHECKS >= checksOf(questions).length && checksOf(questions).length >= 3, {
      error: `has fewer than 3 questions for the page of the lesson, or more than ${MOST_CHECKS}. Remedy: write \`where: review\` in those that review asks.`,
    })
    .superRefine(uniqueIds),
});

export type QuestionData = z.infer<typeof questionSchema>;
export type QuestionsData = z.infer<typeof questionsSchema>;
