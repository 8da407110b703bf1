import * as z from 'zod/mini';
import type { SideName } from '../../course/sides.ts';
import { SIDE_NAMES } from '../../site.ts';
import { contentId, day, mergeBoth, moment, timeOfDay, type StorageSlice } from '../../storage/slice.ts';

/** Maximum number of questions on a card: enough for one meeting. */
export const MOST_QUESTIONS = 8;
/** How long a card's title and a question may be, in characters. */
export const LONGEST_TITLE = 120;
export const LONGEST_QUESTION = 300;
/** In place of the id of a side, for a question that the reader wrote. */
export const OWN = { id: 'own', label: 'Own', noun: 'own' };
/** What a question may be of: a side, or the reader’s own. */
export const KINDS: readonly SideName[] = [...SIDE_NAMES, OWN];

const question = z.object({
  /** The id of its side, or of `OWN`. */
  side: z.enum(KINDS.map(({ id }) => id)),
  text: z.string().check(z.minLength(1), z.maxLength(LONGEST_QUESTION)),
});
export type CardQuestion = z.infer<typeof question>;

/** A card for one meeting, as it is shown, printed and shared. */
export const cardSchema = z.object({
  title: z.string().check(z.maxLength(LONGEST_TITLE)),
  questions: z.array(question).check(z.maxLength(MOST_QUESTIONS)),
});
export type Card = z.infer<typeof cardSchema>;
const keptCard = z.extend(cardSchema, { at: moment, day: z.optional(day), time: z.optional(timeOfDay) });
/** A card of the reader's own. */
export type KeptCard = z.infer<typeof keptCard>;

/** The cards that the reader built, by id. */
export const slice: StorageSlice<Record<string, KeptCard>> = {
  key: 'questionCards',
  schema: z.record(contentId, keptCard),
  empty: () => ({}),
  merge: mergeBoth,
};
