import type { Reading } from './schemas/reading.ts';
import type { Claim } from './types.ts';

/** How a fact was read, as its receipt says it. */
export const READING_WORDS: Readonly<Record<Reading, string>> = {
  'full text (part)': 'Read in parts of the text itself',
  abstract: 'Read in an abstract',
  'own page': 'Read on a page by those it is about',
  secondary: 'Read in a report by others',
  known: 'Well established, but not read for this course',
  'our reasoning': 'Our own reasoning',
};

/** What each level of reading means, for readers who want to know how far to trust it. */
export const READING_MEANINGS: Readonly<Record<Reading, string>> = {
  'full text (part)': 'We had the work or a copy of it before us, and read the parts that bear on the fact.',
  abstract: 'We read the summary that the authors or the publisher give, and not the whole work.',
  'own page':
    'We read what an organization or an author says about itself: a company’s post, a filing, a website.',
  secondary: 'We read what somebody else says of it: a newspaper, a table of data, notes on a book.',
  known: 'It is common knowledge among people who know the field. We did not read it anew.',
  'our reasoning': 'We worked it out or added it up from other facts. Nobody else has to agree.',
};

/** The word that a fact ends in on a page; a click on it opens the receipt. */
export const receiptLabel = ({ read, status }: Pick<Claim, 'read' | 'status'>): string => {
  if (read === 'our reasoning') return 'ours';
  return status === 'disputed' ? 'disputed' : 'source';
};

/** What the word means for those who do not see where it stands. */
export const receiptName = (claim: Pick<Claim, 'read' | 'status'>): string =>
  ({
    ours: 'Our own reasoning: what this statement rests on',
    disputed: 'Disputed: sources of this statement',
  })[receiptLabel(claim)] ?? 'Source of this statement';
