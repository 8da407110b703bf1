import type { Claim, Source } from './types.ts';

/** The levels of reading, and what each means for readers who want to know how far to trust it. */
export const READING_MEANINGS = {
  'full text (part)': 'We had the work or a copy of it before us, and read the parts that bear on the fact.',
  abstract: 'We read the summary that the authors or the publisher give, and not the whole work.',
  'own page':
    'We read what an organization or an author says about itself: a company’s post, a filing, a website.',
  secondary: 'We read what others say of it: a newspaper, a table of data, notes on a book.',
  known: 'It is common knowledge among people who know the field. We did not read it again.',
  'our reasoning': 'We worked it out or added it up from other facts. Nobody else has to agree.',
} as const;
export type Reading = keyof typeof READING_MEANINGS;

/** How a fact was read, as its receipt says it. */
export const READING_WORDS: Readonly<Record<Reading, string>> = {
  'full text (part)': 'Read in parts of the text itself',
  abstract: 'Read in an abstract',
  'own page': 'Read on a page by those it is about',
  secondary: 'Read in a report by others',
  known: 'Well established, but not read for this course',
  'our reasoning': 'Our own reasoning',
};

/** How a work was read: of one that is only known, a fact may be well established, and the work unread. */
export const sourceReading = ({ data }: Source): string =>
  data.custom.read === 'known' ? 'Not read for this course' : READING_WORDS[data.custom.read];

/** The sources of some facts, by how the facts were read: "Read in an abstract: ", and the works. */
export const sourcesByReading = (
  claims: readonly Pick<Claim, 'read' | 'status' | 'sources'>[],
): { words: string; sources: Source[] }[] =>
  [...Map.groupBy(claims, ({ read }) => read)].map(([read, facts]) => ({
    words: `${facts.some(({ status }) => status === 'disputed') ? 'Disputed. ' : ''}${READING_WORDS[read]}: `,
    sources: [...new Set(facts.flatMap(({ sources }) => sources))],
  }));

/** The word that a fact ends in on a page; a click on it opens the receipt. */
export const receiptLabel = ({ read, status }: Pick<Claim, 'read' | 'status'>): string => {
  if (read === 'our reasoning') return 'ours';
  return status === 'disputed' ? 'disputed' : 'source';
};

/** What the word means for those who do not see its place on the page. */
export const receiptName = (claim: Pick<Claim, 'read' | 'status'>): string =>
  ({
    ours: 'Ours. Our own reasoning: what this statement rests on',
    disputed: 'Disputed: sources of this statement',
  })[receiptLabel(claim)] ?? 'Source of this statement';

/** Kinds of evidence, from those that can show most to those that can show least: a name for several, and what they can show. */
export const KIND_WORDS = {
  'meta-analysis': {
    many: 'Reviews that pool many studies',
    shows: 'How large an effect or a link is on average. Pooled links are still links, and prove no cause.',
  },
  experiment: {
    many: 'Experiments',
    shows: 'What caused what, for the people and the place that were tested.',
  },
  'field study': {
    many: 'Studies of people at work',
    shows: 'What goes with what where it happens. Something else may explain both.',
  },
  survey: { many: 'Surveys', shows: 'What people say, of themselves or of others.' },
  archive: {
    many: 'Studies of records',
    shows: 'What was written down for another purpose, often over many years.',
  },
  review: { many: 'Readings of the literature', shows: 'What a scholar makes of other people’s studies.' },
  case: { many: 'Cases', shows: 'That something happened once, and how.' },
  theory: { many: 'Ideas and definitions', shows: 'How an author sees it, with reasons.' },
  quotation: { many: 'Quotations', shows: 'Who said what, and nothing on whether it is so.' },
  report: { many: 'Reports', shows: 'What a newspaper, a company, or an institution says happened.' },
  reasoning: { many: 'Our own reasoning', shows: 'What we make of the facts. Nobody else has to agree.' },
} as const;
export type EvidenceKind = keyof typeof KIND_WORDS;

/** The id of a receipt: a claim may be on a page more than once. */
export const noteId = (claim: string, use: string): string =>
  use === '1' ? `receipt-${claim}` : `receipt-${claim}-${use}`;
