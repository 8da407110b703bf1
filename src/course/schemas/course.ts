import { z } from 'zod';
import { id, text, uniqueBy } from './common.ts';

const hex = z
  .string({ error: 'is missing. Remedy: write a color such as "#15478f".' })
  .regex(/^#[0-9a-f]{6}$/, {
    error: 'is not a color. Remedy: write it as "#15478f", in lower case.',
  });
const color = z.strictObject({ light: hex, dark: hex });

const side = z.strictObject({
  /** Permanent: it is in addresses, in saved data and in downloaded files. */
  id: id('the id of the side'),
  label: text('the name of the side, as in a heading'),
  /** The verb of this side: "lead". */
  verb: text('the verb of the side'),
  /** The color of lines and words. It needs a contrast of 4.5 to 1 on paper and on the soft color. */
  color,
  /** The color of areas. */
  soft: color,
  /** The pattern of lines, so that no meaning is in color alone. */
  line: z.enum(['solid', 'dashed'], {
    error: 'is neither solid nor dashed. Remedy: choose one of the two.',
  }),
});

/** The course (`src/content/course.yaml`): name, description, license and sides. */
export const courseSchema = z.strictObject({
  /** The name of the site. */
  name: text('the name of the course'),
  /** The headline of the home page. */
  promise: text('the promise of the course in one or two short sentences'),
  /** The subject in lower case, to follow "a course on". */
  subject: text('what the course is on'),
  /** The skill that readers learn, as in "lead and manage, in ten short lessons". */
  call: text('what readers learn to do'),
  /** The content of the lessons, to follow a colon. */
  outcome: text('what the lessons tell of the subject'),
  /** The audience, to follow "for". */
  audience: text('for whom the course is'),
  /** The beginning of the home page's first paragraph; the number of lessons and their length follow it. */
  invitation: text('whom the home page invites, without a full stop'),
  /** The first paragraph of the about page. */
  about: text('what the course is, for its own page'),
  /** Subjects as libraries name them. */
  topics: z
    .array(text('a subject as a library names it'))
    .min(1, { error: 'is empty. Remedy: name a subject.' }),
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
      /** The label of its boxes. */
      label: text('the label of its boxes'),
      source: id('the id of its source'),
      /** The speaker, for the about page. */
      credit: text('who gave the talk'),
    })
    .optional(),
  /** The sides of the course: none or two, each with a color and a line pattern. */
  sides: z
    .array(side)
    .default([])
    .refine(({ length }) => length === 0 || length === 2, {
      error: 'has neither no entry nor two. Remedy: describe two sides, or leave the field out.',
    })
    .superRefine(uniqueBy('id', (item) => item.id)),
});

export type CourseData = z.infer<typeof courseSchema>;
export type CourseSide = CourseData['sides'][number];
