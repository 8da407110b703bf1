import { z } from 'zod';
import { id, reading, text } from './common.ts';

const name = z.union([
  z.strictObject({ family: text('a family name'), given: text('a given name') }),
  z.strictObject({ literal: text('the name of an organization') }),
]);

/** The types of works of CSL 1.0.2. */
const TYPES =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
    ' ',
  );

/** Whether a calendar has a year, a month of it, or a day. */
const isDate = ([year = 0, month = 1, day = 1]: number[]): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A date of CSL-JSON. */
const cslDate = z.strictObject({
  'date-parts': z
    .array(
      z.array(z.int()).min(1).max(3).refine(isDate, {
        error: 'is a date that no calendar has. Remedy: correct the month or the day.',
      }),
    )
    .length(1, { error: 'must hold one date. Remedy: write [[2014, 2, 4]] or [[2014]].' }),
});

/**
 * One work in CSL-JSON (`src/content/sources/<id>.json`), without its id, which is the file's name.
 * The fields are those of https://docs.citationstyles.org/ that our sources need.
 */
export const sourceSchema = z
  .strictObject({
    type: z.enum(TYPES, {
      error:
        'is no type of CSL. Remedy: write one such as article-journal, book, chapter, report or webpage.',
    }),
    /** The title that the work has. A work without one, or whose title we do not know, has a `genre` instead. */
    title: text('the title of the work').optional(),
    author: z.array(name).optional(),
    editor: z.array(name).optional(),
    translator: z.array(name).optional(),
    issued: cslDate.optional(),
    accessed: cslDate.optional(),
    'container-title': z.string().optional(),
    'collection-title': z.string().optional(),
    publisher: z.string().optional(),
    'publisher-place': z.string().optional(),
    edition: z.string().optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    page: z.string().optional(),
    number: z.string().optional(),
    /** The kind of work; without a title, a description in brackets: "News report on job cuts". */
    genre: z.string().optional(),
    medium: z.string().optional(),
    note: z.string().optional(),
    language: z.string().optional(),
    DOI: z
      .string()
      .regex(/^10\.\d{4,}\//, {
        error: 'is no DOI. Remedy: write it without https://doi.org/, as in 10.1037/0021-9010.89.5.755.',
      })
      .optional(),
    URL: z.url({ error: 'is not an address. Remedy: write it in full, with https://.' }).optional(),
    /** Our own data in CSL's field for such. */
    custom: z.strictObject(
      {
        /** How far we read the work. */
        read: reading,
        /** Ids of sources that it replaces: their addresses on the page of sources lead to it. */
        formerly: z.array(id('the id of a former source')).optional(),
      },
      { error: 'is missing. Remedy: write { "read": "abstract" } or another level of reading.' },
    ),
  })
  .refine(({ title, genre }) => title !== undefined || genre !== undefined, {
    path: ['title'],
    error:
      'is missing. Remedy: write the title of the work or, where none is known, a description in "genre".',
  })
  .refine(({ title }) => title?.startsWith('[') !== true, {
    path: ['title'],
    error: 'is a description in brackets. Remedy: move it to "genre", without brackets; it shows in them.',
  })
  .refine(({ DOI, URL, publisher, issued }) => DOI ?? URL ?? (issued && publisher), {
    path: ['URL'],
    error:
      'is missing. Remedy: write a DOI or an address; only a work with publisher and year needs neither.',
  });

export type SourceData = z.infer<typeof sourceSchema>;
/** What a source is called in lists: its title, else its description. */
export const sourceName = ({ title, genre }: SourceData): string => title ?? genre ?? '';
