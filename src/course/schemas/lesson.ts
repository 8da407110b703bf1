import { z } from 'zod';
import { date, day, id, text, uniqueBy } from './common.ts';
import { sideId } from './side-id.ts';
import { ref } from '../references.ts';

/** A dated event of a lesson or a case. */
export const timelineEvent = z.strictObject({
  /** ISO date that orders the events: 2014-02-04. */
  date: day,
  /** The displayed date: "4 Feb 2014", "Early 2015". */
  label: text('the date as readers see it'),
  event: text('one sentence that says what happened'),
  /** The side that moved, or `result` for an effect of earlier events. */
  kind: sideId(['result']),
  /** Ids of the claims that the event rests on. */
  claims: z
    .array(ref('claim'))
    .min(1, { error: 'is empty. Remedy: name the claim that the event rests on.' }),
});

/** Front matter of a lesson (`src/content/lessons/<slug>.mdx`). */
export const lessonSchema = z
  .strictObject({
    title: text('the title of the lesson'),
    /** Number in the course, from 1. */
    number: z.int({ error: 'is not a whole number. Remedy: write the place of the lesson, from 1.' }).min(1),
    /** Also the page description, so at most 160 characters. */
    summary: text('a summary of at most 160 characters').max(160, {
      error: 'is longer than 160 characters. Remedy: shorten it; search engines cut the rest.',
    }),
    /** Learning objectives, each starting with an observable verb. */
    objectives: z
      .array(
        z.strictObject({
          /** Permanent id, unique in the lesson; questions name it. */
          id: id('the id of an objective'),
          text: text('an objective').regex(/^(?!Understand|Know|Learn|Appreciate)/, {
            error:
              'starts with a verb nobody can observe. Remedy: start with one such as Name, Sort, Tell apart or Write.',
          }),
        }),
      )
      .min(2, { error: 'has fewer than 2 entries. Remedy: write two to four objectives.' })
      .max(4, { error: 'has more than 4 entries. Remedy: keep the four that matter.' })
      .superRefine(uniqueBy('id', (item) => item.id)),
    /** Search phrases of people who do not know the lesson. */
    aliases: z.array(text('an alias')).default([]),
    /** Ids of the concepts the lesson teaches. */
    concepts: z.array(ref('concept')),
    /** Ids of the main sources; sources of its claims are added to them. */
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
