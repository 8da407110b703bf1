import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { pagesBelow } from './built-files.ts';
import type { Log } from './log.ts';

/** A style sheet that the first paint waits for, as Astro writes its link. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/** The sheet for paper. It is in `Head.astro`, before the sheets that Astro adds. */
const PRINT_LINK = /<link rel="stylesheet" href="[^"]+\.css" media="print">/;

/** Puts the sheet for paper last, so that its rules win over those of the screen with the same weight. */
function printLast(html: string): string {
  const [link] = PRINT_LINK.exec(html) ?? [];
  return link === undefined ? html : html.replace(link, '').replace('</head>', `${link}</head>`);
}

/**
 * Gives each page one style sheet: joins those that the first paint waits for, in their order, into one file named by
 * its content. Several small files compress worse (a fifth of the bytes) and cost a request each; pages of one kind
 * share the joined file. The parts stay, because scripts that load later may name them. The sheet for paper stays its
 * own, and comes last.
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
            // The last place keeps the order beside other elements of the head.
            ++seen === hrefs.length ? `<link rel="stylesheet" href="${joinedSheet(hrefs)}">` : '',
          );
    writeFileSync(file, printLast(linked));
  }
  log.info(`${joined.size} style sheets for ${pages.length} pages.`);
}
