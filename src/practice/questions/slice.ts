import * as z from 'zod/mini';
import { cardSchema } from './card.ts';
import { mergeBoth } from '../../storage/merge-both.ts';
import { contentId, day, moment, type StorageSlice } from '../../storage/slice.ts';

const keptCard = z.extend(cardSchema, {
  at: moment,
  /** Date of the meeting, if set. */
  day: z.optional(day),
  time: z.optional(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
});
/** A card of the reader's own. */
export type KeptCard = z.infer<typeof keptCard>;

/** The cards that the reader built, by id. */
export const questionCardsSlice: StorageSlice<Record<string, KeptCard>> = {
  key: 'questionCards',
  schema: z.record(contentId, keptCard),
  empty: () => ({}),
  merge: mergeBoth,
};
