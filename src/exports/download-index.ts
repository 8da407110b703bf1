import { z } from 'zod';
import { fileSize } from '../utils/file-size.ts';

const made = z.strictObject({
  path: z.string().startsWith('/').describe('Address of the file on the site, without its base path.'),
  of: z.string().startsWith('/').describe('Address of what it carries, with a fragment for a question.'),
  title: z.string().min(1).describe('Title of what it carries.'),
  kind: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .describe('Kind of file; all files of a kind are made in one way.'),
  label: z.string().min(1).describe('What people read on its link.'),
  type: z
    .string()
    .regex(/^[a-z]+\/[a-z0-9.+-]+$/)
    .describe('Media type.'),
  bytes: z.int().positive().describe('Its size.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the file, in hexadecimal digits.'),
});

/** `/downloads.json` as it is published. */
export const indexSchema = z.strictObject({
  $schema: z.url().describe('Address of this schema.'),
  license: z.string().min(1).describe('SPDX id of the license that all of them are under.'),
  edition: z.optional(z.string().min(1)).describe('Number of the edition that they belong to.'),
  downloads: z.array(made),
});
export type PublishedIndex = z.infer<typeof indexSchema>;

/** Placeholder on a page for the size of a file that is made after the page. */
export const sizePlace = (path: string): string => `<!-- size of ${path} -->`;

const PLACE = /<!-- size of (\S+) -->/g;

/** Replaces the placeholders of a page by sizes. */
export const withSizes = (html: string, bytesOf: ReadonlyMap<string, number>): string =>
  html.replace(PLACE, (place, path: string) => {
    const bytes = bytesOf.get(path);
    return bytes === undefined ? place : fileSize(bytes).replace(' ', '\u00a0');
  });
