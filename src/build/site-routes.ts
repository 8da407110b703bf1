import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AuthorError } from '../course/author-error.ts';
import { ENTRY_KINDS, folderOf, KIND_IDS, type KindId } from '../collections/kinds.ts';
import { CONTENT_TOOLS, isContentTool, TOOL_CONTENT, type ContentToolId } from '../practice/content.ts';
import { TOOLS } from '../practice/tools.ts';
import { settings } from './settings.ts';
import { allPages, FILES, type FileRoute } from '../routes.ts';

/** The kinds of which a course has files, by its content folder. */
const kindsIn = (content: string): KindId[] =>
  KIND_IDS.filter((kind) => {
    const folder = join(content, folderOf(kind));
    return existsSync(folder) && readdirSync(folder).length > 0;
  });

/** Astro integration that adds the pages of the course's practice tools and entries, and checks that `src/routes.ts` declares every page. */
export function siteRoutes(): AstroIntegration {
  return {
    name: 'site-routes',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        const root = fileURLToPath(config.root);
        const isAbsent = (id: ContentToolId): boolean =>
          !CONTENT_TOOLS.includes(id) ||
          !existsSync(join(root, settings.content, 'tools', TOOL_CONTENT[id].file));
        for (const [id, { path }] of Object.entries(TOOLS))
          if (!isContentTool(id) || !isAbsent(id))
            injectRoute({ pattern: path, entrypoint: `./src/practice/${path.split('/').at(-2)}/page.astro` });
        for (const kind of kindsIn(join(root, settings.content))) {
          const { path } = ENTRY_KINDS[kind];
          injectRoute({ pattern: path, entrypoint: './src/collections/ListPage.astro' });
          injectRoute({ pattern: `${path}[slug]/`, entrypoint: './src/collections/EntryPage.astro' });
        }
      },
      'astro:routes:resolved': ({ routes }) => {
        const declared = new Set(
          [...allPages(), ...Object.values<FileRoute>(FILES)].map(({ path }) => withoutEnd(path)),
        );
        const missing = routes.filter(
          ({ origin, pattern }) => origin !== 'internal' && !declared.has(withoutEnd(pattern)),
        );
        if (missing.length > 0)
          throw new AuthorError(
            missing.map(({ entrypoint, pattern }) => ({
              file: entrypoint,
              field: 'file name',
              problem: `src/routes.ts does not declare the page ${pattern}`,
              remedy: 'add its entry there, or remove the page.',
            })),
          );
      },
    },
  };
}

/** A path in the common form of Astro and `src/routes.ts`. */
const withoutEnd = (path: string): string => path.replace(/(?:\/|\.html)$/, '');
