import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform, type SelectorComponent } from 'lightningcss';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { inlineHash, withInlineStyle } from '../components/site/security.ts';
import { pagesBelow } from './built-files.ts';

/** Pages that other sites link to most: the home page and the lessons. */
const LANDED_ON = /^(?:index|lessons\/[^/]+\/index)\.html$/;

/** The links to the style sheet that blocks the first paint, and to the one for print after it. */
const LINKS = /<link rel="stylesheet" href="([^"]+\.css)">(?:.*?)(?=<\/head>)/s;

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]+)"/;

/** The page without what only the steps before need: the marks of search records, and spaces between elements. */
const slimmed = (html: string): string =>
  html.replaceAll(/ data-record(?:-\w+)?="[^"]*"/g, '').replaceAll(/>\s{2,}</g, '> <');

/** Where the second section of a page begins: the end of the last paragraph before its second heading, or of all. */
function endOfStart(html: string): number {
  const second = html.indexOf('<h2', html.indexOf('<h2') + 1);
  return html.lastIndexOf('</p>', second === -1 ? html.length : second);
}

/** The rules of a style sheet that a part of a page may meet: it has their elements and classes. */
export function rulesFor(html: string, css: string): string {
  const tags = new Set([...html.matchAll(/<([a-z][\w-]*)/g)].map(([, tag]) => tag));
  const classes = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  const isThere = (part: SelectorComponent): boolean =>
    part.type === 'class' ? classes.has(part.name) : part.type !== 'type' || tags.has(part.name);
  const { code: kept } = transform({
    filename: 'page.css',
    code: new TextEncoder().encode(css.replaceAll(/\/\*!.*?\*\//gs, '')),
    visitor: {
      Rule: {
        style: ({ value }) => (value.selectors.some((selector) => selector.every(isThere)) ? undefined : []),
      },
    },
  });
  // Minified by itself, which drops the groups that are empty now.
  const { code } = transform({ filename: 'page.css', code: kept, minify: true });
  return new TextDecoder().decode(code);
}

/**
 * Inlines the rules for the start of landing pages, and adds their hash to the policy; the whole style sheet is linked
 * before the second section (docs/decisions/inline-styles.md). Runs after the downloads, which are made from pages with
 * linked style sheets.
 */
export async function inlineSheets({ folder, base }: BuiltSite): Promise<void> {
  for (const name of pagesBelow(folder).filter((each) => LANDED_ON.test(each))) {
    const file = join(folder, name);
    const html = slimmed(readFileSync(file, 'utf8'));
    const [links, href] = LINKS.exec(html) ?? [];
    if (links === undefined || href === undefined) continue;
    const end = endOfStart(html);
    const css = rulesFor(
      html.slice(0, end),
      readFileSync(join(folder, href.slice(withBase(base, '/').length)), 'utf8'),
    );
    const hash = await inlineHash(css);
    writeFileSync(
      file,
      `${html.slice(0, end)}${links}${html.slice(end)}`
        .replace(links, () => `<style>${css}</style>`)
        .replace(POLICY, (_, start: string, policy: string) => `${start}${withInlineStyle(policy, hash)}"`),
    );
  }
}
