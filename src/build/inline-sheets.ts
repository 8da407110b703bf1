import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { inlineHash, withInlineStyle } from '../components/site/security.ts';
import { filesBelow } from './built-files.ts';
import { usedRules } from './used-rules.ts';

/** Pages that other sites link to most: the home page and the lessons. */
const LANDED_ON = /^(?:index|lessons\/[^/]+\/index)\.html$/;

/** The link to the style sheet that blocks the first paint. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/;

/** The page without what only the steps before need: the marks of search records, and spaces between elements. */
const slimmed = (html: string): string =>
  html.replaceAll(/ data-record(?:-\w+)?="[^"]*"/g, '').replaceAll(/>\s{2,}</g, '> <');

/** Every word of the scripts: the classes that they may give to an element are among them. */
const wordsOfScripts = (folder: string): Set<string> =>
  new Set(
    filesBelow(folder)
      .filter((name) => name.startsWith('_astro/') && name.endsWith('.js'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/[\w-]+/g) ?? []),
  );

const classesOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]+)"/;

/**
 * Inlines the style sheet of landing pages, and adds its hash to their policy. A visitor who lands there sees the page a
 * round trip sooner (docs/benchmarks.md), for 4 kB more on each further lesson. Rules that the page cannot use stay
 * out. Other pages link to shared files. Runs after the downloads, which are made from pages with linked style sheets.
 */
export async function inlineSheets({ folder, base }: BuiltSite): Promise<void> {
  const words = wordsOfScripts(folder);
  for (const name of filesBelow(folder).filter((each) => LANDED_ON.test(each))) {
    const file = join(folder, name);
    const html = readFileSync(file, 'utf8');
    const [link, href] = LINK.exec(html) ?? [];
    if (link === undefined || href === undefined) continue;
    const classes = classesOf(html);
    const css = usedRules(
      readFileSync(join(folder, href.slice(withBase(base, '/').length)), 'utf8'),
      (each) => classes.has(each) || words.has(each),
    );
    const hash = await inlineHash(css);
    writeFileSync(
      file,
      slimmed(html)
        .replace(link, () => `<style>${css}</style>`)
        .replace(POLICY, (_, start: string, policy: string) => `${start}${withInlineStyle(policy, hash)}"`),
    );
  }
}
