import type { Entry } from '../../collections/entry.ts';
import { placeAt } from '../../collections/links.ts';
import { textsOf } from '../../collections/registry.ts';
import { addressOf } from '../../course/permalinks.ts';
import type { Claim } from '../../course/types.ts';
import { heading, link, list, write } from '../../utils/markdown.ts';
import type { CourseSite, ExportContext } from '../exporter.ts';
import { entryBlocks, markdownFile, sourcesSection } from './lesson.ts';
import { citations, footnote } from './pieces.ts';

/** The text of an entry as Markdown with its footnotes, without its title. */
export const entryBody = (entry: Entry, site: CourseSite): string =>
  write([
    ...textsOf(entry, entryBlocks(entry, site)).flatMap(({ blocks }) => blocks),
    ...notedClaims(entry).map((claim) => footnote(claim, site)),
  ]).trim();

/** Claims to which marks in the text of an entry lead. */
const notedClaims = ({ prose, claims }: Entry): readonly Claim[] => (prose === undefined ? [] : claims);

/** Facts that a field of the entry names: no mark in the text leads to them. */
const facts = (claims: readonly Claim[], site: CourseSite) =>
  claims.length === 0
    ? []
    : [
        heading(2, 'Facts'),
        list(claims.map(({ statement, sources }) => [`${statement} `, ...citations(sources, site)])),
      ];

/** A text of an entry as a file, with where to go on and its sources. */
export function entryFile(entry: Entry, name: string, site: ExportContext): string {
  const { title, summary, path, data, receipts, prose, sources } = entry;
  const blocks = textsOf(entry, entryBlocks(entry, site)).find((text) => text.name === name)?.blocks;
  const next = (data.next ?? []).map((to) => placeAt(site.course, to));
  return markdownFile(
    { title, summary, path, published: data.published, updated: data.published, claims: notedClaims(entry) },
    {},
    [
      ...(blocks ?? []),
      ...facts(receipts, site),
      ...(next.length === 0
        ? []
        : [
            heading(2, 'Where to go on'),
            list(next.map((place) => [link(place.title, site.absolute(addressOf(place)))])),
          ]),
      ...(prose === undefined ? [] : sourcesSection(sources, site)),
    ],
    site,
  );
}
