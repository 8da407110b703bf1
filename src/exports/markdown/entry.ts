import type { Entry } from '../../collections/entry.ts';
import { placeAt } from '../../collections/links.ts';
import { textsOf } from '../../collections/registry.ts';
import type { Edition } from '../../course/editions.ts';
import { addressOf } from '../../course/permalinks.ts';
import type { Claim, Course } from '../../course/types.ts';
import { heading, link, list, write } from '../../utils/markdown.ts';
import type { Addresses } from '../exporter.ts';
import { entryBlocks, markdownFile, sourcesSection } from './lesson.ts';
import { citations, footnote } from './pieces.ts';

/** The text of an entry as Markdown with its footnotes, without its title. */
export const entryBody = (entry: Entry, course: Course, addresses: Addresses): string =>
  write([
    ...textsOf(entry, entryBlocks(entry, course, addresses)).flatMap(({ blocks }) => blocks),
    ...notedClaims(entry).map((claim) => footnote(claim, addresses)),
  ]).trim();

/** Claims to which marks in the text of an entry lead. */
const notedClaims = ({ prose, claims }: Entry): readonly Claim[] => (prose === undefined ? [] : claims);

/** Facts that a field of the entry names: no mark in the text leads to them. */
const facts = (claims: readonly Claim[], addresses: Addresses) =>
  claims.length === 0
    ? []
    : [
        heading(2, 'Facts'),
        list(claims.map(({ statement, sources }) => [`${statement} `, ...citations(sources, addresses)])),
      ];

/** A text of an entry as a file, with where to go on and its sources. */
export function entryFile(
  entry: Entry,
  name: string,
  course: Course,
  addresses: Addresses,
  edition: Edition | undefined,
): string {
  const { title, summary, path, data, receipts, prose, sources } = entry;
  const blocks = textsOf(entry, entryBlocks(entry, course, addresses)).find(
    (text) => text.name === name,
  )?.blocks;
  const next = (data.next ?? []).map((to) => placeAt(course, to));
  return markdownFile(
    { title, summary, path, published: data.published, updated: data.published, claims: notedClaims(entry) },
    {},
    [
      ...(blocks ?? []),
      ...facts(receipts, addresses),
      ...(next.length === 0
        ? []
        : [
            heading(2, 'Where to go on'),
            list(next.map((place) => [link(place.title, addresses.absolute(addressOf(place)))])),
          ]),
      ...(prose === undefined ? [] : sourcesSection(sources, addresses)),
    ],
    addresses,
    edition,
  );
}
