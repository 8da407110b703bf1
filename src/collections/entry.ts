import type { RootContent } from 'mdast';
import { z } from 'zod';
import type { ProseParts } from '../course/lesson-outline.ts';
import { ref } from '../course/references.ts';
import { date, oneOf, several, short, text } from '../course/schemas/common.ts';
import type { TimelineEventData } from '../course/schemas/lesson.ts';
import type { Claim, Concept, Lesson, RawEntry, Source, TimelineEvent } from '../course/types.ts';
import type { Drawing } from '../figures/drawing.ts';
import type { Slide } from '../teaching/slides/slide.ts';
import type { KindId } from './kinds.ts';

/** Fields that the common checks and pages read; a kind has those that it needs. */
export interface EntryData {
  title?: string;
  summary?: string;
  aliases: string[];
  published: Date;
  lesson?: string;
  concepts?: string[];
  claims?: string[];
  next?: string[];
  timeline?: TimelineEventData[];
}

/** An entry as it was read. */
export interface RawKindEntry extends RawEntry<EntryData> {
  kind: KindId;
}

/** An entry with its references resolved. */
export interface Entry<Data extends EntryData = EntryData> {
  kind: KindId;
  id: string;
  path: string;
  title: string;
  /** Also the page description and the text of its search result. */
  summary: string;
  data: Data;
  /** Its text, parsed; undefined for kinds without one. */
  prose: ProseParts | undefined;
  lesson: Lesson | undefined;
  concepts: Concept[];
  /** Claims that its fields name, but for those of its timeline, to be shown below the text. */
  receipts: Claim[];
  timeline: TimelineEvent[];
  /** All claims: of its text, its fields and its timeline. */
  claims: Claim[];
  sources: Source[];
}

/** A file that an entry is made into. */
export interface EntryText {
  name: string;
  /** Prefix of the format in its link text: "Blank". */
  label?: string;
  blocks: RootContent[];
}

/** A PDF of an entry's page. */
interface EntryPrint {
  name: string;
  /** Prefix of the format in its link text: "For the facilitator". */
  label: string;
  /** Rules beside those for print, so that a copy has only what its reader needs. */
  css?: string;
}

/** A part of an entry that has an address and can be found, such as a scene of a case. */
interface EntryPlace {
  id: string;
  title: string;
  /** Its beginning, for search. */
  text: string;
  /** Addresses of the pages whose idea it shows, without a slash at their start. */
  shows: string[];
}

/** What a kind is, beside its plain data in `kinds.ts` and its `Body.astro`. */
export interface KindContent<Data extends EntryData = EntryData> {
  extension: 'mdx' | 'yaml';
  schema: z.ZodObject & z.ZodType<Data>;
  /** Its title and summary, if not the fields of these names. */
  title?(data: Data): string;
  summary?(data: Data): string;
  /** What the list is for, in at most 160 characters. */
  about: string;
  /** Group of an entry in the list, if the list has groups; they are in the order of `groups`. */
  group?(data: Data): string;
  groups?: readonly string[];
  /** The list shows entries whole instead of cards. */
  whole?: true;
  /** Least and most words of the text of an MDX file. */
  words?: readonly [least: number, most: number];
  /** Components that the text has once each, beside those of every text. */
  components?: readonly string[];
  /** The text has headings of its own. */
  headings?: true;
  /** Fixed headings of the page with their ids. */
  parts?: Readonly<Record<string, string>>;
  /** Addresses in other fields than `next`, by field. */
  addresses?(data: Data): Record<string, string[]>;
  /** A line about an entry in the list: "An office · 8 minutes". */
  facts?(data: Data): string;
  /** A small drawing of an entry in the list. */
  shape?(data: Data): Drawing;
  places?(data: Data): EntryPlace[];
  /** The label of the share picture, if not that of the kind. */
  card?(data: Data): string;
  /** Each page is a paper to fill in, also as DOCX. */
  paper?: true;
  prints?: readonly EntryPrint[];
  /** Minutes to work through an entry; it is also a package for learning systems. */
  minutes?(data: Data): number;
  /** The slides of a deck about the entry, without the last one; `say` makes a text one for slides. */
  slides?(data: Data, say: (text: string) => string): Slide[];
  /** The entry as a story for Twine, to adapt. */
  twee?(data: Data, address: string, credit: string): string;
  /** A way in: the home page lists it, its page links to a session and a package, and no book has it. */
  wayIn?: true;
  /** A kind to practice with: its small drawing on that page, as inner markup of a box of 96 by 56. */
  sign?: string;
  /** The text of the entry as Markdown nodes, for files; `body` is the text of an MDX file. */
  markdown(data: Data, body: RootContent[]): RootContent[];
  /** Files of an entry, if other than one with everything. */
  files?(data: Data): EntryText[];
}

/** Infers the type of a kind's data from its schema. */
export const kindContent = <Data extends EntryData>(content: KindContent<Data>): KindContent<Data> => content;

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

export const basis = oneOf(BASIS);
