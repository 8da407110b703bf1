import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { transform, type SelectorComponent } from 'lightningcss';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { inlineHash, withInlineStyle } from '../components/site/security.ts';
import { filesBelow, pagesBelow, type Log } from './steps.ts';

/** Astro's link to a style sheet that blocks the first paint. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/** The link to the print style sheet. It is in `Base.astro`, before the links that Astro adds. */
const PRINT_LINK = /<link rel="stylesheet" href="[^"]+\.css" media="print">/;

/** Moves the print style sheet last, so that its rules override screen rules of the same specificity. */
function printLast(html: string): string {
  const [link] = PRINT_LINK.exec(html) ?? [];
  return link === undefined ? html : html.replace(link, '').replace('</head>', `${link}</head>`);
}

/** Writes a sheet into a file named by its hash. Returns its address. */
function writeSheet({ folder, base }: BuiltSite, css: string): string {
  const name = `/_astro/page.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
  writeFileSync(join(folder, name), css);
  return withBase(base, name);
}

/**
 * Gives each page one style sheet: concatenates those that block the first paint into a file named by its hash. Separate
 * files are a fifth larger when compressed and cost a request each; pages of one kind share the joined file. The original
 * files remain until all pages are made (`dropSheets`). The print style sheet remains separate and moves last.
 */
export function joinSheets(site: BuiltSite, log: Log): void {
  const { folder, base } = site;
  const fileOf = (href: string): string => join(folder, href.slice(withBase(base, '/').length));
  const joined = new Map<string, string>();
  const joinedSheet = (hrefs: readonly string[]): string => {
    const key = hrefs.join();
    const known = joined.get(key);
    if (known !== undefined) return known;
    const css = hrefs.map((href) => readFileSync(fileOf(href), 'utf8').trim()).join('');
    const sheet = writeSheet(site, css);
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
    const ordered = printLast(linked);
    if (ordered !== html) writeFileSync(file, ordered);
  }
  log.info(`${joined.size} style sheets for ${pages.length} pages.`);
}

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

/** What a reader does, by which time the page has its whole sheet. */
const LATER: readonly string[] = ['hover', 'focus', 'focus-visible', 'target'];

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
    if (part.type === 'pseudo-element') return part.kind !== 'custom-function';
    if (part.type !== 'pseudo-class') return true;
    return part.kind === 'is' ? part.selectors.some(isMet) : !LATER.includes(part.kind);
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
 * Inlines the rules for the start of landing pages, and adds their hash to the policy. The style sheet is linked before
 * the first section (docs/decisions/inline-styles.md), without the faces, because a browser that meets them again takes
 * them up again, and what it has shown in a fallback face moves. Runs after the downloads, which are made from pages with
 * linked style sheets.
 */
export function inlineSheets(site: BuiltSite): void {
  const { folder, base } = site;
  for (const name of pagesBelow(folder).filter((each) => LANDED_ON.test(each))) {
    const file = join(folder, name);
    const html = slimmed(readFileSync(file, 'utf8'));
    const [links, href] = LINKS.exec(html) ?? [];
    if (links === undefined || href === undefined) continue;
    const end = endOfStart(html);
    const sheet = readFileSync(join(folder, href.slice(withBase(base, '/').length)), 'utf8');
    const css = rulesFor(html.slice(0, end), sheet);
    const hash = inlineHash(css);
    const later = links.replace(href, writeSheet(site, sheet.replaceAll(/@font-face\s*\{[^}]*\}/g, '')));
    writeFileSync(
      file,
      `${html.slice(0, end)}${later}${html.slice(end)}`
        .replace(links, () => `<style>${css}</style>`)
        .replace(POLICY, (_, start: string, policy: string) => `${start}${withInlineStyle(policy, hash)}"`),
    );
  }
}

/** Deletes the style sheets that no page links and no script loads: joined and inlined ones have their rules. */
export function dropSheets({ folder }: BuiltSite, log: Log): void {
  const named = new Set(
    filesBelow(folder)
      .filter((name) => /\.(?:html|js)$/.test(name))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/(?<=_astro\/)[^"'`\s]+/g) ?? []),
  );
  const assets = join(folder, '_astro');
  const unused = readdirSync(assets).filter((name) => name.endsWith('.css') && !named.has(name));
  for (const name of unused) rmSync(join(assets, name));
  log.info(`${unused.length} style sheets deleted that nothing loads.`);
}
