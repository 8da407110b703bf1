import { withoutBase } from '../../utils/paths.ts';
import { CONTENT_BREAK, type LookUp } from '../full-text.ts';

/** The part of Pagefind's JavaScript API that we use (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
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
  /** Forgets its index, which may be partial after a failure. */
  stop: () => Promise<void>;
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
  return { lookUp, stop: () => pagefind.destroy() };
}
