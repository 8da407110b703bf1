import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { pagesBelow } from './built-files.ts';
import type { Log } from './log.ts';

/** Astro's link to a style sheet that blocks the first paint. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/** The link to the print style sheet. It is in `Head.astro`, before the links that Astro adds. */
const PRINT_LINK = /<link rel="stylesheet" href="[^"]+\.css" media="print">/;

/** Moves the print style sheet last, so that its rules override screen rules of the same specificity. */
function printLast(html: string): string {
  const [link] = PRINT_LINK.exec(html) ?? [];
  return link === undefined ? html : html.replace(link, '').replace('</head>', `${link}</head>`);
}

/**
 * Gives each page one style sheet: concatenates those that block the first paint into a file named by its hash. Separate
 * files are a fifth larger when compressed and cost a request each; pages of one kind share the joined file. The original
 * files remain, because scripts may load them. The print style sheet remains separate and moves last.
 */
export function joinSheets({ folder, base }: BuiltSite, log: Log): void {
  const fileOf = (href: string): string => join(folder, href.slice(withBase(base, '/').length));
  const joined = new Map<string, string>();
  const joinedSheet = (hrefs: readonly string[]): string => {
    const key = hrefs.join();
    const known = joined.get(key);
    if (known !== undefined) return known;
    const css = hrefs.map((href) => readFileSync(fileOf(href), 'utf8').trim()).join('');
    const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
    const sheet = withBase(base, `/_astro/page.${hash}.css`);
    writeFileSync(fileOf(sheet), css);
    joined.set(key, sheet);
    return sheet;
  };
  const pages = pagesBelow(folder);
  for (const name of pages) {
    const file = join(folder, name);
    const html = readFileSync(file, 'utf8');
    const hrefs = [...html.matchAll(LINK)].map(([, href = '']) => href);
    let seen = 0;
    const linked =
      hrefs.length < 2
        ? html
        : html.replace(LINK, () =>
            // In the position of the last link, to preserve the order relative to other elements of the head.
            ++seen === hrefs.length ? `<link rel="stylesheet" href="${joinedSheet(hrefs)}">` : '',
          );
    writeFileSync(file, printLast(linked));
  }
  log.info(`${joined.size} style sheets for ${pages.length} pages.`);
}
