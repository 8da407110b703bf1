import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** A page of a built site. */
export interface BuiltPage {
  /** Path on the site without the base path: "/lessons/momentum/". */
  path: string;
  /** File on disk. */
  file: string;
  html: string;
}

const known = new Map<string, BuiltPage[]>();

/** Every page of a built site; read once in a worker. */
export function builtPages(dist = 'dist'): readonly BuiltPage[] {
  const pages = known.get(dist) ?? readPages(dist);
  known.set(dist, pages);
  return pages;
}

function readPages(dist: string): BuiltPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((name) => {
      const file = join(dist, name);
      return {
        path: `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
        file,
        html: readFileSync(file, 'utf8'),
      };
    });
}

/** The parsed document of a page. */
export const documentOf = (page: BuiltPage): HTMLElement => parse(page.html, { comment: false });

/** The kind of a page, to group reports by: its first folder. */
export const kindOf = ({ path }: BuiltPage): string => path.split('/').find((part) => part !== '') ?? 'home';
