import { withoutBase } from '../../utils/paths.ts';
import { normalize } from '../terms.ts';
import { siteWords } from './instant.ts';
import { href } from '../../utils/url.ts';

/** A hit of the full text, without the base path in its address. */
export interface TextHit {
  url: string;
  kind: string;
  title: string;
  page: string;
  /** Words around the hit, as plain text. */
  excerpt: string;
}

/** The part of Pagefind's JavaScript API that we use (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<PagefindData>;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

const MOST = 10;
/** Results that are read, best first, to find those of a kind; each is a small file. */
const MOST_READ = 200;
const base = import.meta.env.BASE_URL;
let engine: Promise<Pagefind> | undefined;

async function start(): Promise<Pagefind> {
  const pagefind = (await import(
    /* @vite-ignore */ new URL(href('/pagefind/pagefind.js'), location.origin).href
  )) as Pagefind;
  await pagefind.options({
    baseUrl: '/',
    bundlePath: href('/pagefind/'),
    ranking: { termFrequency: 0.6, termSimilarity: 4, pageLength: 0.6 },
  });
  await pagefind.init();
  return pagefind;
}

/**
 * Throws if a known word of the site has no results. Pagefind reports no error if part of its index is missing or
 * corrupt: it finds less.
 */
async function checkIndex(pagefind: Pagefind, query: string): Promise<void> {
  const site = await siteWords();
  for (const word of query.split(' ').filter((one) => site.has(one))) {
    const { results } = await pagefind.search(word);
    if (results.length === 0) throw new Error(`The full-text index lacks “${word}”.`);
  }
}

/** Reads the best results of the given kinds, or of all. */
async function bestOf(results: readonly PagefindResult[], kinds: readonly string[]): Promise<PagefindData[]> {
  const found: PagefindData[] = [];
  for (let at = 0; at < Math.min(results.length, MOST_READ) && found.length < MOST; at += MOST) {
    const next = await Promise.all(results.slice(at, at + MOST).map((result) => result.data()));
    found.push(...next.filter(({ meta }) => kinds.length === 0 || kinds.includes(meta['kind'] ?? '')));
  }
  return found.slice(0, MOST);
}

/**
 * Searches the full text for records of the given kinds, or of all.
 * @throws if the engine or its index cannot be loaded, such as without WebAssembly; the next call retries
 */
export async function searchText(query: string, kinds: readonly string[] = []): Promise<TextHit[]> {
  engine ??= start();
  let data: PagefindData[];
  try {
    const pagefind = await engine;
    const { results } = await pagefind.search(query);
    if (results.length === 0) await checkIndex(pagefind, query);
    data = await bestOf(results, kinds);
  } catch (error) {
    const failed = engine;
    engine = undefined;
    // Otherwise the engine would continue with a partial index.
    await failed.then((pagefind) => pagefind.destroy()).catch(() => undefined);
    throw error;
  }
  const beginnings = query.split(' ').map((word) => word.slice(0, 4));
  return data.flatMap(({ url, excerpt, meta }) => {
    const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
    // For an unknown word, Pagefind returns words with the same first letter.
    const meant = [...body.querySelectorAll('mark')].some((mark) =>
      beginnings.some((beginning) => normalize(mark.textContent ?? '').startsWith(beginning)),
    );
    if (!meant) return [];
    return {
      url: withoutBase(base, url),
      kind: meta['kind'] ?? '',
      title: meta['title'] ?? '',
      page: meta['page'] ?? '',
      excerpt: body.textContent ?? '',
    };
  });
}
