import { z } from 'zod';
import { date, day, id, several, short, text, uniqueIds } from './common.ts';
import { sideId } from './side-id.ts';
import { ref } from '../references.ts';

/** A dated event of a lesson or a case. */
export const timelineEvent = z.strictObject({
  /** Orders the events: 2014-02-04. */
  date: day,
  /** As in "4 Feb 2014", "Early 2015". */
  label: text('the date as readers see it'),
  event: text('one sentence that says what happened'),
  /** The side that moved, or `result` for an effect of earlier events. */
  kind: sideId(['result']),
  claims: several(ref('claim'), 1, undefined, 'name the claim that the event rests on'),
});

const objective = z.strictObject({
  /** Permanent; questions name it. */
  id: id('the id of an objective'),
  text: text('an objective').regex(/^(?!Understand|Know|Learn|Appreciate)/, {
    error:
      'starts with a verb nobody can observe. Remedy: start with one such as Name, Sort, Tell apart or Write.',
  }),
});

/** Front matter of a lesson (`src/content/lessons/<slug>.mdx`). */
export const lessonSchema = z
  .strictObject({
    title: text('the title of the lesson'),
    number: z.int({ error: 'is not a whole number. Remedy: write the place of the lesson, from 1.' }).min(1),
    /** Also the page description. */
    summary: short('a summary of at most 160 characters', 160, 'shorten it; search engines cut the rest'),
    objectives: several(objective, 2, 4).superRefine(uniqueIds),
    /** Phrases of people who do not know the lesson. */
    aliases: z.array(text('an alias')).default([]),
    /** What the lesson teaches. */
    concepts: z.array(ref('concept')),
    /** The main ones; those of its claims are added to them. */
    sources: z.array(ref('source')),
    published: date,
    updated: date,
    /** Dated events for `<Timeline />`. */
    timeline: z.array(timelineEvent).default([]),
  })
  .refine(({ published, updated }) => !(updated < published), {
    path: ['updated'],
    error: 'is before `published`. Remedy: write the day of the last change.',
  });
export type LessonData = z.infer<typeof lessonSchema>;
export type TimelineEventData = z.infer<typeof timelineEvent>;
