import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { withBase, withoutBase } from '../lib/paths.ts';
import type { Permalink } from '../lib/permalinks.ts';
import { indexFolder, type QuickIndex } from '../lib/search/quick-index.ts';
import { recordsFromHtml, type SearchRecord } from '../lib/search/records.ts';
import { normalize } from '../lib/search/terms.ts';
import { settledIndex, type IndexFile } from './settled-index.ts';

/** What the page's script needs of Pagefind; its ready-made interfaces stay out of the site. */
const NEEDED = /^pagefind(?:-worker)?\.js$|^pagefind-entry\.json$|^wasm\.|\.pf_|^(?:index|fragment|filter)\//;

/** Pages that are no results: redirects, embeds, search itself. */
const SKIPPED = /^\/(?:\d+|embed|go|search|about\/design)\/|^\/404/;

/** Records of one index: Pagefind needs about 90 MB of memory for each thousand. */
const MOST_RECORDS = 3_000;

/** Records on their way to Pagefind at a time: it works in a process of its own. */
const AT_ONCE = 100;

/** Fills a Pagefind index with records. */
async function fillIndex(records: readonly SearchRecord[]): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const add = async ({ url, kind, title, page, also, text }: SearchRecord): Promise<void> => {
    const added = await index.addCustomRecord({
      url,
      // The searchers' words come last, so that excerpts show what the page says.
      content: `${title}. ${text} ${also}`,
      language: 'en',
      meta: { title, kind, page },
      filters: { kind: [kind] },
    });
    if (added.errors.length > 0)
      throw new Error(`The search index refused ${url}: ${added.errors.join('; ')}`);
  };
  for (let from = 0; from < records.length; from += AT_ONCE)
    await Promise.all(records.slice(from, from + AT_ONCE).map(add));
  return index;
}

/** Adds every word of the records that is longer than three letters. */
function addWords(words: Set<string>, records: readonly SearchRecord[]): void {
  for (const { title, also, text } of records)
    for (const word of normalize(`${title} ${also} ${text}`).split(' ')) if (word.length > 3) words.add(word);
}

/** The words as the file that the search page asks for. */
const wordsFile = (words: ReadonlySet<string>): string => JSON.stringify([...words].sort());

/**
 * One index as files in memory. Pagefind could write them itself, but says that it is done before all are on disk, and
 * those that it still writes are cut short when it is closed.
 */
async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { files, errors } = await (await fillIndex(records)).getFiles();
  // Its memory is given back before the next index.
  await pagefind.close();
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return settledIndex(files.filter(({ path }) => NEEDED.test(path)));
}

/** One index as files of the built site, in its folder. */
async function writeOne(records: readonly SearchRecord[], folder: string): Promise<void> {
  for (const { path, content } of await indexFiles(records)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * Writes the index of a built site: one, or several for a large course, which the browser searches as one. Pages are
 * read as they are needed, so that a large course is never in memory as a whole.
 *
 * @returns how many records can be found
 */
async function writeIndex(pages: Iterable<readonly SearchRecord[]>, out: string): Promise<number> {
  const words = new Set<string>();
  let waiting: SearchRecord[] = [];
  let indexes = 0;
  let found = 0;
  const write = async (): Promise<void> => {
    indexes += 1;
    await writeOne(waiting.slice(0, MOST_RECORDS), join(out, indexFolder(indexes)));
    waiting = waiting.slice(MOST_RECORDS);
  };
  for (const records of pages) {
    addWords(words, records);
    found += records.length;
    waiting.push(...records);
    if (waiting.length > MOST_RECORDS) await write();
  }
  while (waiting.length > 0) await write();
  writeFileSync(join(out, 'search/words.json'), wordsFile(words));
  if (indexes > 1) {
    const file = join(out, 'search/quick.json');
    writeFileSync(
      file,
      JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as QuickIndex), indexes }),
    );
  }
  return found;
}

/** The records of each built page. */
function* builtRecords(out: string): Generator<SearchRecord[]> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => !SKIPPED.test(name))
    .sort();
  for (const name of names)
    yield recordsFromHtml(readFileSync(join(out, name), 'utf8'), name.replace(/index\.html$/, ''));
}

/** Indexes the built site; in development, indexes the pages of the running server at the first search. */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const found = await writeIndex(builtRecords(out), out);
        logger.info(`${found} records can be found.`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Promise<Map<string, Uint8Array>> | undefined;
        server.watcher.on('all', (_event, file) => {
          if (file.includes('content')) files = undefined;
        });
        const index = async (origin: string): Promise<Map<string, Uint8Array>> => {
          logger.info('Indexing the pages for search ...');
          const get = async (path: string): Promise<string> =>
            (await fetch(origin + withBase(base, path))).text();
          const { links } = JSON.parse(await get('/links.json')) as { links: Permalink[] };
          const paths = [...new Set(links.map(({ path }) => path))].filter((path) => !SKIPPED.test(path));
          const records: SearchRecord[] = [];
          for (const path of paths) records.push(...recordsFromHtml(await get(path), path));
          const found = (await indexFiles(records)).map(({ path, content }): [string, Uint8Array] => [
            `/${indexFolder(1)}/${path}`,
            content,
          ]);
          const words = new Set<string>();
          addWords(words, records);
          return new Map([...found, ['/search/words.json', new TextEncoder().encode(wordsFile(words))]]);
        };
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = withoutBase(base, pathname);
          if (!path.startsWith('/pagefind/') && path !== '/search/words.json') {
            next();
            return;
          }
          files ??= index(`http://${request.headers.host ?? 'localhost'}`);
          files
            .then((built) => {
              const content = built.get(path);
              if (content === undefined) {
                next();
                return;
              }
              if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
              response.end(content);
            })
            .catch((error: unknown) => {
              // The next search tries again.
              files = undefined;
              next(error);
            });
        });
      },
    },
  };
}
