// The full text: asks Pagefind for each word of a query, so that a page needs only some of them, and the rarest count most.
import { withoutBase } from '../utils/paths.ts';
import type { InstantResult } from './instant-search.ts';
import { isAsking, normalize, stem, wordsOf } from './terms.ts';
import { leastCoverage, rarity, WEIGHTS } from './weights.ts';

/** The separator between the title, the text and the additional search words of a record, so that excerpts show the text alone. */
export const CONTENT_BREAK = ' ¦ ';

/** A page or passage of the full text. */
export interface TextRecord {
  /** Path and fragment, without the base path. */
  url: string;
  kind: string;
  title: string;
  /** Title of its page. */
  page: string;
  text: string;
}

/** A record with a word in it. */
interface WordHit {
  id: string;
  /** How well it matches the word, by the engine. */
  score: number;
  read: () => Promise<TextRecord>;
}

/** The records with a word, best first. */
export type LookUp = (word: string) => Promise<readonly WordHit[]>;

const LIMITS = {
  /** Most words that are asked for, the rarest of a long query. */
  words: 12,
  /** Most records that are read, each a small file. */
  read: 16,
  shown: 10,
} as const;

/** The words of a query to ask for: those that the site has, and words about the asking only where there are no others. */
export function wordsToAsk({ query, unknown }: Pick<InstantResult, 'query' | 'unknown'>): string[] {
  const known = query.words.filter((word) => !unknown.includes(word));
  const telling = known.filter((word) => !isAsking(word));
  return telling.length > 0 ? telling : known;
}

/**
 * Finds records with the most and the rarest words.
 * @param unknown words of the query that no record has
 * @param records number of records of the full text
 */
export async function searchWords(
  words: readonly string[],
  unknown: readonly string[],
  lookUp: LookUp,
  records: number,
  kinds?: readonly string[],
): Promise<TextRecord[]> {
  const asked = await Promise.all(words.slice(0, LIMITS.words).map(lookUp));
  const weights = asked.map(({ length }) => rarity(records, length));
  const total = weights.reduce((sum, weight) => sum + weight, unknown.length * rarity(records, 0));
  const enough = leastCoverage(words.length + unknown.length);
  const found = new Map<string, { hit: WordHit; coverage: number; score: number }>();
  for (const hits of asked) {
    const weight = rarity(records, hits.length) / total;
    const best = hits[0]?.score ?? 1;
    for (const hit of hits) {
      const { coverage = 0, score = 0 } = found.get(hit.id) ?? {};
      found.set(hit.id, {
        hit,
        coverage: coverage + weight,
        score: score + weight * (1 + hit.score / best),
      });
    }
  }
  const ranked = [...found.values()]
    .filter(({ coverage }) => coverage >= enough)
    .map(({ hit, coverage, score }) => ({ hit, score: score * coverage }))
    .sort((a, b) => b.score - a.score);
  const read: TextRecord[] = [];
  // Results of one kind may be far down.
  const most = kinds === undefined ? LIMITS.read : ranked.length;
  for (let at = 0; at < most && read.length < LIMITS.shown; at += LIMITS.read) {
    const next = await Promise.all(ranked.slice(at, at + LIMITS.read).map(({ hit }) => hit.read()));
    read.push(
      ...next.filter(
        (record) =>
          (kinds?.includes(record.kind) ?? true) &&
          (weightIn(record, words, weights) / total) * (record.kind === 'scene' ? WEIGHTS.scene : 1) >=
            enough,
      ),
    );
  }
  return read.slice(0, LIMITS.shown);
}

/** The weight of the words that a record really has: an engine may give words with the same beginning. */
function weightIn({ title, text }: TextRecord, words: readonly string[], weights: readonly number[]): number {
  const all = new Set(wordsOf(normalize(`${title} ${text}`)));
  const stems = new Set([...all].map(stem));
  return words.reduce(
    (sum, word, index) => sum + (all.has(word) || stems.has(stem(word)) ? (weights[index] ?? 0) : 0),
    0,
  );
}

/** The part of Pagefind's JavaScript API that we use (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<{ url: string; raw_content: string; meta: Record<string, string> }>;
}

/** A running engine. */
export interface TextEngine {
  lookUp: LookUp;
}

/**
 * Starts Pagefind.
 * @param script address of its script
 * @param base base path of the site
 * @throws if it cannot be loaded, such as without WebAssembly
 */
export async function startPagefind(script: string, base: string): Promise<TextEngine> {
  const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
  await pagefind.options({
    baseUrl: '/',
    basePath: `${base.replace(/\/$/, '')}/pagefind/`,
    ranking: { termFrequency: 0.6, termSimilarity: 4, pageLength: 0.6 },
  });
  await pagefind.init();
  const lookUp: LookUp = async (word) => {
    const { results } = await pagefind.search(word);
    return results.map((result) => ({
      id: result.id,
      score: result.score,
      read: async () => {
        const { url, raw_content, meta } = await result.data();
        return {
          url: withoutBase(base, url),
          kind: meta['kind'] ?? '',
          title: meta['title'] ?? '',
          page: meta['page'] ?? '',
          text: raw_content.split(CONTENT_BREAK)[1] ?? '',
        };
      },
    }));
  };
  return { lookUp };
}
