import { z } from 'zod';
import { didYouMean } from '../../utils/nearest.ts';
import { READING_MEANINGS } from '../reading-words.ts';

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

/** The message for a field that is not there; one of a wrong kind is told as everywhere. */
export const missing = (remedy: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined ? `is missing. Remedy: ${remedy}.` : undefined,
});

/** A required text; the error for an empty or missing one tells the author the expected content. */
export function text(what: string) {
  return z
    .string({ error: ({ input }) => notText(input, what) })
    .trim()
    .min(1, { error: `is empty. Remedy: write ${what}.` });
}

/** A required text with a limit of characters. */
export const short = (what: string, most: number, remedy = 'shorten it') =>
  text(what).max(most, { error: `is longer than ${most} characters. Remedy: ${remedy}.` });

/** One of some words, or of the keys of a record. */
export function oneOf<Word extends string>(
  from: readonly Word[] | Readonly<Record<Word, unknown>>,
  remedy = 'choose one of them',
) {
  const words: readonly Word[] = Array.isArray(from) ? from : (Object.keys(from) as Word[]);
  return z.enum(words, {
    error: ({ input }) =>
      `is none of ${words.join(', ')}. Remedy: ${didYouMean(String(input), words, `${remedy}.`)}`,
  });
}

/** A list with at least some entries and, where that matters, at most some. */
export function several<Item extends z.ZodType>(
  item: Item,
  least: number,
  most = Infinity,
  remedy = `write ${least}${most === Infinity ? ' or more' : most === least ? '' : ` to ${most}`}`,
) {
  const few = least === 1 ? 'is empty' : `has fewer than ${least} entries`;
  const list = z.array(item).min(least, { error: `${few}. Remedy: ${remedy}.` });
  if (most === Infinity) return list;
  return list.max(most, { error: `has more than ${most} entries. Remedy: ${remedy}.` });
}

/** An id: lower-case words joined by hyphens. Ids are permanent because people link to them. */
export function id(what: string) {
  return text(what).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: `is not an id. Remedy: write ${what} in lower-case words joined by hyphens, such as "time-horizon".`,
  });
}

/** An id that begins with the letter of its kind, so that ids of all kinds differ: "q-ask-why". */
export const letteredId = (letter: string, what: string) =>
  text(`the id of the ${what}`).regex(new RegExp(`^${letter}-[a-z0-9]+(?:-[a-z0-9]+)*$`), {
    error: `is not the id of a ${what}. Remedy: start it with "${letter}-", as in "${letter}-ask-why".`,
  });

/** A day of the calendar, written as in "2026-11-24". */
export const day = z.iso.date({ error: 'is not a date. Remedy: write year-month-day, such as 2026-11-24.' });
/** A day as the start of it in UTC. */
export const date = day.transform((text) => new Date(text));
/** Where a check of several fields reports what it finds. */
export type Context = z.core.$RefinementCtx;

/** Reports what a check of several fields finds. */
export const fault = (context: Context, path: PropertyKey[], message: string): void =>
  context.addIssue({ code: 'custom', path, message });

/** Adds an issue for every duplicate. */
export const uniqueBy =
  <Key extends string>(what: Key) =>
  (items: readonly Readonly<Record<Key, string>>[], context: Context): void =>
    items.forEach(({ [what]: value }, index) => {
      if (items.findIndex((item) => item[what] === value) < index)
        fault(
          context,
          [index],
          `has the ${what} "${value}", which is in this file already. Remedy: give one of them another ${what}.`,
        );
    });
/** Adds an issue for every id that is there twice. */
export const uniqueIds = uniqueBy('id');

/** Adds an issue for every row of a table that has more or fewer cells than columns. */
export const evenRows = (
  context: Context,
  columns: readonly unknown[],
  rows: readonly (readonly unknown[])[],
  field: string,
): void =>
  rows.forEach(({ length }, index) => {
    if (length !== columns.length)
      fault(
        context,
        [field, index],
        `has ${length} cells for ${columns.length} columns. Remedy: write one for each, "" where it is empty.`,
      );
  });
/** How far we read what we cite; every claim and every source has one of these levels. */
export const reading = oneOf(READING_MEANINGS, 'write how it was read, no stronger than it was');
