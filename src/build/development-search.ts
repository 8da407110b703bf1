import type { AstroIntegration } from 'astro';
import { withBase, withoutBase } from '../utils/paths.ts';
import type { Permalink } from '../course/permalinks.ts';
import { isIndexed } from '../routes.ts';
import { indexFiles, textRecords, wordsFile } from './search-index.ts';
import type { SearchRecord } from './search-records.ts';

/** Astro integration for development: indexes the pages of the running server at the first search. */
export function developmentSearch(): AstroIntegration {
  let base = '/';
  return {
    name: 'development-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
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
          const paths = [...new Set(links.map(({ path }) => path))].filter(isIndexed);
          const records: SearchRecord[] = [];
          for (const path of paths) records.push(...textRecords(await get(path), path));
          const found = (await indexFiles(records)).map(({ path, content }): [string, Uint8Array] => [
            `/pagefind/${path}`,
            content,
          ]);
          return new Map([...found, ['/search/words.json', new TextEncoder().encode(wordsFile(records))]]);
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
              // The next search retries.
              files = undefined;
              next(error);
            });
        });
      },
    },
  };
}
