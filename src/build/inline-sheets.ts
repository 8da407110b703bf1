import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform, type SelectorComponent } from 'lightningcss';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { inlineHash, withInlineStyle } from '../components/site/security.ts';
import { pagesBelow } from './built-files.ts';

/** Pages that other sites link to most: the home page, the lessons and the cases. */
const LANDED_ON = /^(?:index|(?:lessons|cases)\/[^/]+\/index)\.html$/;

/** The links to the style sheet that blocks the first paint, and to the one for print after it. */
const LINKS = /<link rel="stylesheet" href="([^"]+\.css)">(?:.*?)(?=<\/head>)/s;

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]+)"/;

/** The page without what only the steps before need: the marks of search records, and spaces between elements. */
const slimmed = (html: string): string =>
  html.replaceAll(/ data-record(?:-\w+)?="[^"]*"/g, '').replaceAll(/>\s{2,}</g, '> <');

/** Where the start of a page ends: in the last paragraph before its first section, or of all. */
function endOfStart(html: string): number {
  const section = html.indexOf('<h2');
  return html.lastIndexOf('</p>', section === -1 ? html.length : section);
}

/** The rules of a style sheet that a part of a page may meet: it has their elements, classes and attributes. */
export function rulesFor(html: string, css: string): string {
  const tags = new Set([...html.matchAll(/<([a-z][\w-]*)/g)].map(([, tag]) => tag));
  const classes = new Set(
    [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  const isThere = (part: SelectorComponent): boolean => {
    if (part.type === 'class') return classes.has(part.name);
    if (part.type === 'type') return tags.has(part.name);
    // In the markup, or in the script before the first paint, which sets `dataset.theme`.
    if (part.type === 'attribute') return html.includes(part.name.replace('data-', ''));
    return part.type !== 'pseudo-class' || part.kind !== 'is' || part.selectors.some(isMet);
  };
  const isMet = (selector: SelectorComponent[]): boolean => selector.every(isThere);
  const { code } = transform({
    filename: 'page.css',
    code: new TextEncoder().encode(css.replaceAll(/\/\*!.*?\*\//gs, '')),
    visitor: { Rule: { style: ({ value }) => (value.selectors.some(isMet) ? undefined : []) } },
  });
  const kept = new TextDecoder().decode(code);
  const used = new Set(kept.match(/(?<=var\()--[\w-]+/g));
  // Minified by itself, which drops the groups that are empty now.
  const { code: small } = transform({
    filename: 'page.css',
    code,
    minify: true,
    unusedSymbols: (kept.match(/(?<![\w-])--[\w-]+(?=:)/g) ?? []).filter((name) => !used.has(name)),
  });
  return new TextDecoder().decode(small);
}

/**
 * Inlines the rules for the start of landing pages, and adds their hash to the policy; the whole style sheet is linked
 * before the first section (docs/decisions/inline-styles.md). Runs after the downloads, which are made from pages with
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
