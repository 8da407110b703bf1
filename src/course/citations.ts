import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Source } from './types.ts';
import type { SourceData } from './schemas/source.ts';
import { SITE_NAME, TITLE } from '../site.ts';

/** The part of the CSL plugin's settings that takes further styles. */
interface CslConfig {
  styles: { add(name: string, csl: string): void };
}

/** The part of the BibTeX plugin's settings that names entries. */
interface BibtexConfig {
  format: { useIdAsLabel: boolean; checkLabel: boolean };
}
// An entry is named after its page, or several pages of one first word would share a name.
Object.assign((plugins.config.get('@bibtex') as BibtexConfig).format, {
  useIdAsLabel: true,
  checkLabel: false,
});

interface CslItem extends SourceData {
  id: string;
}

const cite = (item: CslItem): Cite => new Cite([item]);
const item = ({ id, data }: Source): CslItem => ({ ...data, id });

/** Remembers what was made of each source: formatting one is slow, and many pages name the same. */
function oncePerSource(format: (source: Source) => string): (source: Source) => string {
  const made = new WeakMap<Source, string>();
  return (source) => {
    const text = made.get(source) ?? format(source);
    made.set(source, text);
    return text;
  };
}

/** One reference in APA style as HTML, its address linked. */
export const apaHtml = oncePerSource((source) =>
  cite(item(source))
    .format('bibliography', { format: 'html', template: 'apa', lang: 'en-US' })
    .replace(/^[\s\S]*?<div[^>]*class="csl-entry"[^>]*>/, '')
    .replace(/<\/div>\s*(?:<\/div>)?\s*$/, '')
    .replace(/(https?:\/\/[^\s<]+[^\s<.])/g, '<a href="$1" rel="external">$1</a>')
    .trim(),
);

/** Authors and year as they stand in running text, without parentheses: "Kotter, 1990". */
export const shortCitation = oncePerSource((source) =>
  cite(item(source))
    .format('citation', { format: 'text', template: 'apa', lang: 'en-US' })
    .replace(/^\(|\)$/g, '')
    .trim(),
);

/** What the citation of a page of this site needs. */
export interface CitedPage {
  /** Unique on the site: "momentum", "concept-drift". */
  id: string;
  title: string;
  url: string;
  updated: Date;
}

function pageItem({ id, title, url, updated }: CitedPage): CslItem {
  return {
    id: `blueprint-and-build-${id}`,
    type: 'webpage',
    title,
    author: [{ literal: SITE_NAME }],
    'container-title': `${SITE_NAME}: ${TITLE}`,
    issued: { 'date-parts': [[updated.getUTCFullYear(), updated.getUTCMonth() + 1, updated.getUTCDate()]] },
    URL: url,
  };
}

/** Styles of a written reference; the build hands over those that the library lacks (`addCitationStyle`). */
export type CitationStyle = 'apa' | 'mla' | 'chicago';

/** Adds a style to the citation library, in the Citation Style Language (https://citationstyles.org). */
export function addCitationStyle(style: CitationStyle, csl: string): void {
  (plugins.config.get('@csl') as CslConfig).styles.add(style, csl);
}

/** A page of this site cited in a style, as plain text. */
export function pageReference(page: CitedPage, style: CitationStyle): string {
  return cite(pageItem(page))
    .format('bibliography', { format: 'text', template: style, lang: 'en-US' })
    .trim();
}

/** A page of this site as a BibTeX entry. */
export function pageBibtex(page: CitedPage): string {
  // TeX takes a bare ampersand for the end of a table's cell.
  return cite(pageItem(page))
    .format('bibtex')
    .replace(/(?<!\\) & /g, ' \\& ');
}

/** A page of this site as an RIS record. */
export function pageRis(page: CitedPage): string {
  return (
    cite(pageItem(page))
      .format('ris')
      // The library cuts long titles within a word, and cuts ids so that all are alike.
      .replace(/\r?\n(?!$|[A-Z][A-Z0-9] {2}- )/g, '')
      .replace(/^ID {2}- .*\r?\n/m, '')
  );
}
