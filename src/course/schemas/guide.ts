import { z } from 'zod';
import { type Context, fault, id, missing, several, text, uniqueIds } from './common.ts';
import { didYouMean, nearest } from '../../utils/nearest.ts';
import { ref } from '../references.ts';

const list = (what: string, least: number) => several(text(what), least, undefined, `write ${what}`);
const minutes = z
  .int({ error: 'is not a whole number. Remedy: write whole minutes.' })
  .min(1, { error: 'is under 1. Remedy: write whole minutes.' })
  .max(90, { error: 'is over 90. Remedy: split it; nobody sits through more.' });

const timed = {
  /** Unique in its guide; permanent. */
  id: id('the id of the block'),
  title: text('what the block is called on an agenda'),
  /** Minimum minutes; a shorter session leaves the block out. */
  least: minutes,
  /** Maximum minutes. */
  most: minutes,
  /** Whether even a short session includes it. */
  core: z.boolean(missing('write true if even a short session needs the block')),
  /** Ids of the sections of the lesson whose slides belong to the block; those named nowhere go with the first talk. */
  sections: z.array(id('the id of a section of the lesson')).optional(),
};

/** Most words on a slide below its title, so that the back row can read them. */
const SLIDE_WORDS = 60;
const wordCount = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;

/** The points of a slide, in words of their own. */
const points = several(text('a point of the slide'), 2, 6).refine(
  (texts) => wordCount(texts) <= SLIDE_WORDS,
  {
    error: `has more than ${SLIDE_WORDS} words. Remedy: keep what the room must see; the notes have the lesson's text.`,
  },
);

/** What the facilitator does, and what the room sees meanwhile, below the title of the block. */
const told = {
  do: text('what the facilitator does'),
  show: text('what the room sees')
    .refine((words) => wordCount([words]) <= SLIDE_WORDS / 2, {
      error: 'is long. Remedy: write one or two sentences.',
    })
    .optional(),
};

const block = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ ...timed, kind: z.literal('open'), ...told }),
      z.strictObject({ ...timed, kind: z.literal('tell'), ...told }),
      z.strictObject({ ...timed, kind: z.literal('close'), ...told }),
      /** A question for the group, with its expected answers. */
      z.strictObject({
        ...timed,
        kind: z.literal('ask'),
        question: id('the id of a question of this guide'),
      }),
      z.strictObject({
        ...timed,
        kind: z.literal('exercise'),
        exercise: id('the id of an exercise of this guide'),
      }),
    ],
    { error: 'has an unknown kind. Remedy: use open, tell, ask, exercise or close.' },
  )
  .refine(({ least, most }) => least <= most, {
    path: ['most'],
    error: 'is less than "least". Remedy: give the longer time here.',
  });

const question = z.strictObject({
  id: id('the id of the question'),
  ask: text('the question as one says it aloud'),
  expect: list('two or more answers to expect', 2),
  /** How the facilitator responds to the answers. */
  then: text('how to go on from the answers'),
});

/** How many people share one copy of a sheet: 1 is one for each, 3 one for every three, 200 one for the room. */
const sheet = {
  title: text('what is on the sheet'),
  per: z
    .int({ error: 'is not a whole number. Remedy: write how many people share one copy.' })
    .min(1, { error: 'is under 1. Remedy: write 1 for one copy each.' }),
  note: text('what to know about it, below its title').optional(),
};

/** Paper for an exercise, to print and to cut. */
const sheets = z.discriminatedUnion(
  'kind',
  [
    /** Cards; one with a back is printed as two halves, to fold. */
    z.strictObject({
      ...sheet,
      kind: z.literal('cards'),
      cards: z.array(
        z.strictObject({ front: text('what is on the card'), back: text('what is on its back').optional() }),
      ),
    }),
    /** Strips to lay out or to hang up, with the labels at their ends. */
    z.strictObject({
      ...sheet,
      kind: z.literal('strips'),
      ends: z.tuple([text('the left end'), text('the right end')]).optional(),
      strips: list('what is on a strip', 1),
    }),
    /** Questions with room to write below each. */
    z.strictObject({ ...sheet, kind: z.literal('form'), fields: list('what to write', 1) }),
    /** A table to fill in or to tally on. */
    z.strictObject({
      ...sheet,
      kind: z.literal('grid'),
      columns: list('the head of a column', 1),
      rows: list('the head of a row', 1),
    }),
  ],
  { error: 'has an unknown kind. Remedy: use cards, strips, form or grid.' },
);
export type GuideSheet = z.infer<typeof sheets>;

const exercise = z.strictObject({
  id: id('the id of the exercise'),
  title: text('the name of the exercise'),
  /** The trained skill, in a sentence. */
  purpose: text('what people can do after it'),
  groups: text('how people sit together: alone, in pairs, in threes'),
  /** How many people work together; nothing if each works alone. */
  together: z.int().min(2).max(8).optional(),
  materials: list('what is needed', 1),
  /** What the whole room must see during the exercise, for a slide. */
  show: z.strictObject({ title: text('what the slide is about'), points }).optional(),
  sheets: z.array(sheets).default([]),
  steps: list('what people do, step by step', 3),
  /** The steps as the room sees them, on the slide and on the glance sheet. */
  slide: points,
  debrief: text('the question to end with'),
  remote: text('how it works in a video call'),
  /** The part that a trainer may replace with their own example. */
  adapt: text('what to swap for an example of one’s own'),
});

const objection = z.strictObject({
  says: text('the objection as people say it'),
  reply: text('an honest reply'),
  claims: z.array(ref('claim')).default([]),
  /** The id of the answer that treats it at more length. */
  answer: ref('answer').optional(),
});

/** The facilitator guide of a lesson (`src/content/lessons/<lesson>.guide.yaml`); learners never see it. */
export const guideSchema = z
  .strictObject({
    aim: text('what people will have done by the end, in a sentence'),
    prepare: list('what to do before the session', 3),
    /** What the invitation asks of people, in words to them. */
    invite: text('what people do or bring').optional(),
    blocks: several(block, 4, undefined, 'open, work, and close').superRefine(uniqueIds),
    questions: several(question, 2).superRefine(uniqueIds),
    exercises: several(exercise, 2, 2).superRefine(uniqueIds),
    remote: text('what changes when all are in a video call'),
    /** Notes for groups of different sizes. "{3}" becomes the group in threes, such as "4 groups of 3". */
    sizes: z.strictObject({
      5: text('how to run it with 5 people'),
      15: text('how to run it with 15 people'),
      40: text('how to run it with 40 people'),
    }),
    objections: several(objection, 2),
    /** Ways to assess the objectives. */
    assess: list('an idea to assess', 2),
    /** The slides of the lesson's sections, by their ids, and of its evidence ("evidence"), in words of their own. */
    slides: z.record(id('the id of a section of the lesson'), points),
    /** Rows of the lesson's tables for its slides, where all of them would be too many. */
    tables: z
      .array(z.strictObject({ id: ref('comparison'), rows: list('the ids of the rows to show', 1) }))
      .default([]),
  })
  .superRefine(({ blocks, questions, exercises }, context) => {
    const asked = blocks.map((item) => (item.kind === 'ask' ? item.question : undefined));
    const done = blocks.map((item) => (item.kind === 'exercise' ? item.exercise : undefined));
    checkUses(context, 'question', asked, questions);
    checkUses(context, 'exercise', done, exercises);
  });

/** Checks that blocks name what the guide has, and all of it. */
function checkUses(
  context: Context,
  field: string,
  named: readonly (string | undefined)[],
  items: readonly { id: string }[],
): void {
  const known = items.map((item) => item.id);
  named.forEach((target, index) => {
    if (target !== undefined && !known.includes(target))
      fault(
        context,
        ['blocks', index, field],
        `names the ${field} "${target}", which this guide does not have. Remedy: ${didYouMean(target, known, `correct the id, or write the ${field}.`)}`,
      );
  });
  const wrong = named.flatMap((target) => (target === undefined || known.includes(target) ? [] : target));
  for (const target of known)
    if (!named.includes(target) && nearest(target, wrong) === undefined)
      fault(
        context,
        [`${field}s`],
        `has "${target}", which no block uses. Remedy: give it a block, so that it has a time.`,
      );
}
export type GuideData = z.infer<typeof guideSchema>;
export type GuideBlockData = GuideData['blocks'][number];
