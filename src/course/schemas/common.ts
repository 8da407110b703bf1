import { z } from 'zod';

/** What is wrong with a value that should be a text: YAML reads 2024, true and "Why: both" in a list as other things. */
function notText(input: unknown, what: string): string {
  if (input === undefined || input === null) return `is missing. Remedy: write ${what}.`;
  if (typeof input === 'object') {
    const [key, value] = Object.entries(input)[0] ?? [];
    const quoted = typeof value === 'string' && !Array.isArray(input) ? `: "${key}: ${value}"` : '';
    return `is a group of fields, not a text. Remedy: write ${what}; put a text with a colon in quotation marks${quoted}.`;
  }
  return `is not a text. Remedy: put it in quotation marks: "${String(input)}".`;
}

/** A required text; the error for an empty or missing one tells the author the expected content. */
export function text(what: string) {
  return z
    .string({ error: ({ input }) => notText(input, what) })
    .trim()
    .min(1, { error: `is empty. Remedy: write ${what}.` });
}

/** An id: lower-case words joined by hyphens. Ids are permanent because people link to them. */
export function id(what: string) {
  return text(what).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: `is not an id. Remedy: write ${what} in lower-case words joined by hyphens, such as "time-horizon".`,
  });
}

/** A day of the calendar, written as in "2026-11-24". */
export const day = z.iso.date({ error: 'is not a date. Remedy: write year-month-day, such as 2026-11-24.' });

/** A day as the start of it in UTC. */
export const date = day.transform((text) => new Date(text));

/** Adds an issue for every duplicate. */
export function uniqueBy<T>(what: string, key: (item: T) => string) {
  return (items: readonly T[], context: z.core.$RefinementCtx): void => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const value = key(item);
      if (seen.has(value)) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `has the ${what} "${value}", which is in this file already. Remedy: give one of them another ${what}.`,
        });
      }
      seen.add(value);
    });
  };
}

/** How far we read what we cite; every claim and every source carries one of these. */
export const READINGS = [
  /** Parts of the work itself, or of a copy of it. Never the whole work. */
  'full text (part)',
  /** The summary by its authors or its publisher. */
  'abstract',
  /** A page of the organization or the authors that it is about. */
  'own page',
  /** What others report: a newspaper, a data table, notes on a book, a page of quotations. */
  'secondary',
  /** Well established, but not read for this course. */
  'known',
  /** Arithmetic or reasoning of our own, from facts that the note names. */
  'our reasoning',
] as const;

export type Reading = (typeof READINGS)[number];

/** A level of reading; the error tells the author which there are. */
export const reading = z.enum(READINGS, {
  error: `is none of ${READINGS.join(', ')}. Remedy: write how it was read, no stronger than it was.`,
});
