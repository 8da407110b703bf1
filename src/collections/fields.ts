import { z } from 'zod';
import { date, text } from '../course/schemas/common.ts';
import { ref } from '../course/references.ts';

/** A text with a limit of characters. */
export const short = (what: string, most: number) =>
  text(what).max(most, { error: `is longer than ${most} characters. Remedy: shorten it.` });

/** A list with a limit of entries on both sides. */
export const several = <Item extends z.ZodType>(item: Item, least: number, most: number) =>
  z
    .array(item)
    .min(least, { error: `has fewer than ${least} entries. Remedy: write ${least} to ${most}.` })
    .max(most, { error: `has more than ${most} entries. Remedy: write ${least} to ${most}.` });

/** An address of the site without a slash at its start: "lessons/momentum/#bottom-line". */
export const address = text('an address of the site, such as lessons/<id>/').regex(
  /^(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/,
  { error: 'is not an address. Remedy: write it as lessons/<id>/ or lessons/<id>/#<heading>.' },
);

export const summary = short('a summary of at most 160 characters', 160);
export const claims = z.array(ref('claim')).default([]);
export const concepts = z.array(ref('concept')).default([]);
export const lesson = ref('lesson');
export const next = several(address, 0, 4).default([]);

/** Fields of every entry. */
export const COMMON = {
  /** Words that people search with; each leads to one entry or concept of the site. */
  aliases: z.array(text('an alias')).default([]),
  published: date,
};

/** What a text rests on, in words for readers. */
export const BASIS = {
  advice: 'Our advice. No study is behind it.',
  research: 'From research. “Source” shows where each finding comes from.',
  both: 'Part research, part advice. What has a source beside it rests on research; the rest is our advice.',
} as const;

export const basis = z.enum(Object.keys(BASIS) as (keyof typeof BASIS)[], {
  error: 'is none of advice, research, both. Remedy: choose one of the three.',
});
