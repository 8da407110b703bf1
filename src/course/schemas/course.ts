import { z } from 'zod';
import { id, missing, oneOf, several, text, uniqueIds } from './common.ts';
import { ref } from '../references.ts';

const hex = z
  .string(missing('write a color such as "#15478f"'))
  .regex(/^#[0-9a-f]{6}$/, { error: 'is not a color. Remedy: write it as "#15478f", in lower case.' });
const color = z.strictObject({ light: hex, dark: hex });
/** Ids of what is no side, in the places where the id of a side may be too. */
const RESERVED = ['both', 'neither', 'neutral', 'none', 'own', 'result', 'right', 'wrong'];

const side = z.strictObject({
  /** Permanent: it is in addresses, in saved data and in downloaded files. */
  id: id('the id of the side').refine((value) => !RESERVED.includes(value), {
    error: `is one of ${RESERVED.join(', ')}, which have a meaning already. Remedy: choose another id.`,
  }),
  label: text('the name of the side, as in a heading'),
  /** The name of the side within a sentence: "more managing than leading". */
  noun: text('the name of the side, as within a sentence'),
  /** What one does on this side: "lead". */
  verb: text('the verb of the side'),
  /** The color of lines and words. It needs a contrast of 4.5 to 1 on paper and on the soft color. */
  color,
  hue: text('the name of the color, as "blue"'),
  /** The color of areas. */
  soft: color,
  /** The pattern of lines, so that no meaning is in color alone. */
  line: oneOf(['solid', 'dashed']),
});

/** The course (`src/content/course.yaml`): name, description, license and sides. */
export const courseSchema = z.strictObject({
  name: text('the name of the course'),
  promise: text('the promise of the course in one or two short sentences'),
  /** The subject in lower case, to follow "a course on". */
  subject: text('what the course is on'),
  /** The skill that readers learn, as in "lead and manage, in ten short lessons". */
  call: text('what readers learn to do'),
  outcome: text('what the lessons tell of the subject'),
  /** The audience, to follow "for". */
  audience: text('for whom the course is'),
  /** The beginning of the home page's first paragraph; the number of lessons and their length follow it. */
  invitation: text('whom the home page invites, without a full stop'),
  about: text('what the course is, for its own page'),
  editing: text('who writes, edits and reviews the course').optional(),
  /** The day of the last full review of the course. */
  reviewed: z.iso.date({ error: 'is not a day. Remedy: write "2026-11-28", in quotation marks.' }).optional(),
  topics: several(text('a subject as a library names it'), 1),
  /** The language of the content, as in `lang` of HTML. The engine supports American English only. */
  language: z.literal('en-US', {
    error: 'is not "en-US". Remedy: write "en-US", the language of the pages.',
  }),
  /** The license of the text. */
  license: z.strictObject({
    /** Id in the list of https://spdx.org/licenses/. */
    spdx: text('the SPDX id of the license'),
    name: text('the short name of the license'),
    title: text('the full name of the license'),
    url: z.url({ error: 'is not an address. Remedy: write it in full, with https://.' }),
  }),
  /** The talk retold in `<FromTheTalk>`; optional. */
  talk: z
    .strictObject({
      label: text('the label of its boxes'),
      source: ref('source'),
      /** The speaker, for the about page. */
      credit: text('who gave the talk'),
    })
    .optional(),
  /** The picture of the course, on the home page, covers and previews; a course without one leaves it out. */
  picture: z
    .strictObject({
      /** The figure whose module exports `scene`. */
      figure: ref('figure'),
      alt: text('what the picture shows'),
      /** The same in a few words, as after "beside". */
      short: text('what the picture shows, in a few words'),
    })
    .optional(),
  /** A figure for the home page, with the concepts that it shows. */
  spotlight: z
    .strictObject({
      title: text('the heading above the figure'),
      figure: ref('figure'),
      concepts: z.array(ref('concept')).default([]),
    })
    .optional(),
  /** The practice tools that need content, in words; a course without any leaves it out. */
  practice: z
    .strictObject({
      /** What readers do there, as after "Private tools for the subject:". */
      description: text('what readers do with the tools'),
    })
    .optional(),
  /** What reviews and progress rest on; what is left out is not cited there. */
  evidence: z
    .strictObject({
      /** The claim that recalling beats reading again. */
      recall: ref('claim').optional(),
      /** The claim that longer gaps suit longer memories. */
      spacing: ref('claim').optional(),
      /** The claim that growing gaps do no better than even ones. */
      gaps: ref('claim').optional(),
      /** The concept of retrieval practice. */
      retrieval: ref('concept').optional(),
      /** The source on tests as learning. */
      testing: ref('source').optional(),
      /** The claim that if-then plans help, and that of newer studies. */
      plans: ref('claim').optional(),
      newerPlans: ref('claim').optional(),
    })
    .default({}),
  /** Topics of the answers, in the order of their list. */
  answerTopics: z
    .array(z.strictObject({ id: id('the id of the topic'), title: text('the topic as readers see it') }))
    .default([]),
  /** The block of the home page that leads to answers; the ways in by role follow by themselves. */
  firstQuestions: z
    .strictObject({ title: text('the heading of the block'), answers: several(ref('answer'), 1) })
    .optional(),
  /** The lesson that a practice tool belongs to, by the id of the tool. */
  toolLessons: z.strictObject({ growthPlan: ref('lesson').optional() }).default({}),
  /** Searches that find something, for readers whose search found nothing. */
  searchExamples: z.array(text('words that search finds')).default([]),
  /**
   * The sides that the course tells apart: none, or two, each with its color and line. Their order has a meaning: on
   * the grid of the balance tool the first grows upward and the second to the right, and of a pair of question cards
   * the first asks why and the second asks what.
   */
  sides: z
    .array(side)
    .default([])
    .refine(({ length }) => length === 0 || length === 2, {
      error: 'has neither no entry nor two. Remedy: describe two sides, or leave the field out.',
    })
    .superRefine(uniqueIds),
  /** The names of what is not one side, in questions that offer it. */
  besides: z
    .strictObject({
      both: text('the name of what is both sides').default('Both'),
      neither: text('the name of what is neither side').default('Neither'),
    })
    .prefault({}),
});

export type CourseData = z.infer<typeof courseSchema>;
