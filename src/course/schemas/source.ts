import { z } from 'zod';
import { text } from './common.ts';

const name = z.union([
  z.strictObject({ family: text('a family name'), given: text('a given name') }),
  z.strictObject({ literal: text('the name of an organization') }),
]);

/**
 * One work in CSL-JSON (`src/content/sources/<id>.json`), without its id, which is the file's name.
 * The fields are those of https://docs.citationstyles.org/ that our sources need.
 */
export const sourceSchema = z.strictObject({
  type: text('a CSL type, such as "article-journal" or "book"'),
  title: text('the title of the work'),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  translator: z.array(name).optional(),
  issued: z
    .strictObject({
      'date-parts': z
        .array(z.array(z.int()).min(1).max(3))
        .length(1, { error: 'must hold one date. Remedy: write [[2014, 2, 4]] or [[2014]].' }),
    })
    .optional(),
  accessed: z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) }).optional(),
  'container-title': z.string().optional(),
  'collection-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  edition: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  number: z.string().optional(),
  genre: z.string().optional(),
  medium: z.string().optional(),
  note: z.string().optional(),
  language: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.url({ error: 'is not an address. Remedy: write it in full, with https://.' }).optional(),
});

export type SourceData = z.infer<typeof sourceSchema>;
