import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Source } from './types.ts';
import type { SourceData } from './schemas/source.ts';
import { SITE_NAME, TITLE } from '../site.ts';
import { cacheFile, readCached, writeCached } from '../utils/cache.ts';

/** The part of the CSL plugin's settings that has the styles. */
interface CslConfig {
  styles: { add(name: string, csl: string): void; get(name: string): string };
}
const { styles } = plugins.config.get('@csl') as CslConfig;

/** The part of the BibTeX plugin's settings that names entries. */
interface BibtexConfig {
  format: { useIdAsLabel: boolean; checkLabel: boolean };
}
// Entries are named after their page, because several pages share a first word.
Object.assign((plugins.config.get('@bibtex') as BibtexConfig).format, {
  useIdAsLabel: true,
  checkLabel: false,
});

interface CslItem extends Omit<SourceData, 'custom'> {
  id: string;
}

/** A text that the library makes of an item, or that it made in an earlier build: each takes a few milliseconds. */
const fromCache = (item: CslItem, of: readonly string[], make: (cite: Cite) => string): string => {
  const file = cacheFile(JSON.stringify(item), ...of);
  return readCached(file)?.toString() ?? writeCached(file, make(new Cite([item])));
};
/** A reference or a citation in a style. */
const styled = (
  item: CslItem,
  output: 'bibliography' | 'citation',
  format: 'html' | 'text',
  template: CitationStyle,
): string =>
  fromCache(item, [output, format, styles.get(template)], (cite) =>
    cite.format(output, { format, template, lang: 'en-US' }),
  );
/** An entry of a file for reference managers. */
const entry = (item: CslItem, output: 'bibtex' | 'ris'): string =>
  fromCache(item, [output], (cite) => cite.format(output));
const item = ({ id, data }: Source): CslItem => ({ ...data, id });

/** Caches the result for each source: formatting is slow and many pages cite the same source. */
function oncePerSource(format: (source: Source) => string): (source: Source) => string {
  const made = new WeakMap<Source, string>();
  return (source) => {
    const text = made.get(source) ?? format(source);
    made.set(source, text);
    return text;
  };
}

/** An APA reference as HTML, with its address linked. */
export const apaHtml = oncePerSource((source) =>
  styled(item(source), 'bibliography', 'html', 'apa')
    .replace(/^[\s\S]*?<div[^>]*class="csl-entry"[^>]*>/, '')
    .replaceAll('</div>', '')
    .replace(/(https?:\/\/[^\s<]+[^\s<.])/g, '<a href="$1" rel="external">$1</a>')
    .trim(),
);

/** Authors and year for running text, without parentheses: "Kotter, 1990". */
export const shortCitation = oncePerSource((source) =>
  styled(item(source), 'citation', 'text', 'apa')
    .replace(/^\(|\)$/g, '')
    .trim(),
);

/** A page of this site, as its citation needs it. */
export interface CitedPage {
  /** Unique on the site: "momentum", "concept-drift". */
  id: string;
  title: string;
  url: string;
  updated: Date;
}

/** The title of the whole site, that a page belongs to. */
const CONTAINER = `${SITE_NAME}: ${TITLE}`;

function pageItem({ id, title, url, updated }: CitedPage): CslItem {
  return {
    id: `blueprint-and-build-${id}`,
    type: 'webpage',
    title,
    author: [{ literal: SITE_NAME }],
    'container-title': CONTAINER,
    issued: { 'date-parts': [[updated.getUTCFullYear(), updated.getUTCMonth() + 1, updated.getUTCDate()]] },
    URL: url,
  };
}

/** Reference styles; the build adds those that the library lacks (`addCitationStyle`). */
export type CitationStyle = 'apa' | 'mla' | 'chicago';

/** Adds a style to the citation library, in the Citation Style Language (https://citationstyles.org). */
export function addCitationStyle(style: CitationStyle, csl: string): void {
  styles.add(style, csl);
}

/** Formats a reference to a page of this site as plain text. */
export function pageReference(page: CitedPage, style: CitationStyle): string {
  return styled(pageItem(page), 'bibliography', 'text', style).trim();
}

/** Formats a page of this site as a BibTeX entry. */
export function pageBibtex(page: CitedPage): string {
  return (
    entry(pageItem(page), 'bibtex')
      // A bare ampersand separates table cells in TeX.
      .replace(/(?<!\\) & /g, ' \\& ')
      // The library has the month and the day in one field, and no field for the site.
      .replace(/month = \{(\w+) (\d+)\}/, 'month = $1,\n\tday = {$2}')
      .replace(/(?=\tauthor = )/, `\tpublisher = {{${CONTAINER.replace('&', '\\&')}}},\n`)
      .trimEnd()
      .concat('\n')
  );
}

/** Formats a page of this site as an RIS record. */
export function pageRis(page: CitedPage): string {
  return (
    entry(pageItem(page), 'ris')
      // The library wraps long titles within words and truncates ids so that all are alike.
      .replace(/\r?\n(?!$|[A-Z][A-Z0-9] {2}- )/g, '')
      .replace(/^ID {2}- .*\r?\n/m, '')
      // It has no field for the site, and no end of line after a record, so that records would run into each other.
      .replace(/^ER {2}- \s*$/m, `T2  - ${CONTAINER}\nER  - \n`)
  );
}
