import type { TextRecord } from './full-text.ts';
import type { InstantResult } from './instant-search.ts';
import { FILTERS, kindOf } from './kinds.ts';
import { isContentWord, normalize, stem, wordsOf } from './terms.ts';
import { type InstantHit } from './ranking.ts';
import { leastCoverage, WEIGHTS } from './weights.ts';

/** Number of best matches of any kind; further ones are grouped by filter. */
const BEST = 5;
const GROUPED = FILTERS.filter(([filter]) => ['answer', 'concept', 'lesson', 'row'].includes(filter));

/** Results under a heading; without a title it is for screen readers only. */
export interface ResultGroup<Result> {
  title?: string;
  results: readonly Result[];
}

/** Whether a name says much of what the query says. */
const isAlike = ({ like }: InstantHit['why']): boolean =>
  like !== undefined && like.ofQuery >= WEIGHTS.least.ofQuery && like.ofName >= WEIGHTS.least.ofName;

/** The path of the page that a hit is on. */
const pageOf = ({ entry }: Pick<InstantHit, 'entry'>): string => entry.url.replace(/#.*/, '');

/** The instant results to show, of a kind or of all: the best ones, then others by kind. None if they are too weak a guess. */
export function instantGroups(
  instant: InstantResult | undefined,
  kind = '',
): readonly ResultGroup<InstantHit>[] {
  const terms = instant?.query.terms.length ?? 0;
  const isSure = ({ entry, why }: Pick<InstantHit, 'entry' | 'why'>): boolean =>
    (isAlike(why) ||
      // A word of the name of a part says little beside others: "Symptoms", "The timeline".
      (why.points >= WEIGHTS.least.points &&
        (why.complete || entry.kind === 'source' || !entry.url.includes('#'))) ||
      why.coverage >= leastCoverage(terms)) &&
    // A page that merely has some of the words somewhere is no answer.
    (why.complete ||
      isAlike(why) ||
      why.matches.some(({ place, by }) => place !== 'body' && by !== 'synonym'));
  const hits = (instant?.hits ?? [])
    .filter(
      ({ entry, why }) =>
        (kind === '' || kindOf(entry.kind)?.filter === kind) &&
        (isSure({ entry, why }) ||
          (why.page !== undefined && isSure({ entry: { ...entry, url: pageOf({ entry }) }, why: why.page }))),
    )
    .filter(({ entry }, index, all) => {
      // A passage without a text says nothing below its own page.
      const above = all.slice(0, index).some((other) => pageOf(other) === pageOf({ entry }));
      return entry.kind !== 'part' || !above;
    });
  const rest = hits.slice(BEST);
  return [
    { results: hits.slice(0, BEST) },
    ...GROUPED.map(([filter, title]) => ({
      title,
      results: rest.filter(({ entry }) => kindOf(entry.kind)?.filter === filter),
    })),
  ].filter(({ results }) => results.length > 0);
}

/** The results of the full text that are not shown yet. They come below, so that nothing moves. */
export function textGroup(
  shown: ReadonlySet<string>,
  found: readonly TextRecord[],
): readonly ResultGroup<TextRecord>[] {
  const results = found.filter(({ url }) => !shown.has(url));
  if (results.length === 0) return [];
  return [shown.size > 0 ? { title: 'In the text', results } : { results }];
}

/** Characters of an excerpt, about two lines on a wide screen. */
export const EXCERPT_LENGTH = 180;

/** The sentences of a text. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!][”"’)]?)\s(?=[“"(]?[^\sa-z“"(])/).filter((sentence) => sentence !== '');

/** How many different terms a text has. */
function termCount(text: string, terms: readonly string[]): number {
  const words = new Set(wordsOf(normalize(text)).filter(isContentWord).map(stem));
  return terms.filter((term) => words.has(term)).length;
}

/** Cuts a text after a word. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} …`;

/**
 * The part of a text with the most terms. It begins at a sentence, and goes on with the next ones as far as there is room.
 * @param had excerpts that were shown before, which are not repeated
 */
export function excerptOf(
  text: string,
  terms: readonly string[],
  had: readonly string[] = [],
  length = EXCERPT_LENGTH,
): string {
  const sentences = sentencesOf(text);
  let best = 0;
  let most = -1;
  sentences.forEach((sentence, at) => {
    const count =
      termCount(sentence, terms) - (had.some((one) => one.startsWith(cut(sentence, length))) ? 0.5 : 0);
    if (count > most) [best, most] = [at, count];
  });
  let excerpt = sentences[best] ?? '';
  for (const sentence of sentences.slice(best + 1)) {
    if (excerpt.length + sentence.length + 1 > length) break;
    excerpt += ` ${sentence}`;
  }
  return cut(excerpt, length);
}
