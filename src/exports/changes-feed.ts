import type { Addresses } from './exporter.ts';
import { formatAsOf, isoDay } from '../utils/dates.ts';
import type { Edition, EditionChange } from '../course/editions.ts';
import { CHANGES_FEED } from '../utils/paths.ts';
import { shortPath } from '../course/short-links.ts';
import { attributes, xml, xmlDocument, type Markup } from '../utils/xml.ts';
import { LICENSE, SITE_NAME } from '../site.ts';

const RIGHTS = `${LICENSE.name}, ${LICENSE.url}`;

/** An id that is independent of title and address (https://www.rfc-editor.org/rfc/rfc4151). */
const tag = (host: string, date: Date, name: string): Markup =>
  xml`<id>tag:${host},${isoDay(date)}:${name}</id>`;

const link = (rel: string, href: string, type?: string): Markup =>
  xml`<link${attributes({ rel, href, type })}/>`;

interface Entry {
  name: string;
  title: string;
  href: string;
  summary: string;
}

/** One entry for each changed place, with all its changes. */
const pieces = (changes: readonly EditionChange[], { absolute }: Addresses): Entry[] =>
  [...Map.groupBy(changes, ({ id, address }) => id ?? address)].flatMap(([name, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            name,
            title: first.title,
            href: absolute(first.id === undefined ? first.address : shortPath(first.id)),
            summary: [first, ...others].map(({ what }) => what).join(' '),
          },
        ],
  );

function entriesOf(
  { number, date, summary, changes }: Edition,
  host: string,
  addresses: Addresses,
): Markup[] {
  const edition: Entry = {
    name: '',
    title: `Edition ${number}, ${formatAsOf(isoDay(date))}`,
    href: addresses.absolute(`/trainers/#edition-${number}`),
    summary,
  };
  const changed = pieces(changes, addresses).map((entry) => ({
    ...entry,
    title: `Edition ${number}: ${entry.title}`,
  }));
  return [edition, ...changed].map(
    ({ name, title, href, summary: text }) => xml`<entry>
    ${tag(host, date, `edition/${number}${name === '' || name.startsWith('/') ? name : `/${name}`}`)}
    <title>${title}</title>
    <updated>${date.toISOString()}</updated>
    ${link('alternate', href, 'text/html')}
    <summary>${text}</summary>
    <rights>${RIGHTS}</rights>
  </entry>`,
  );
}

/**
 * What changed in the course, newest first, as Atom (https://www.rfc-editor.org/rfc/rfc4287): an entry for each edition,
 * and one for each piece that changed in it, by its lasting link.
 */
export function changesFeed(editions: readonly Edition[], addresses: Addresses): string {
  const [newest] = editions;
  const first = editions.at(-1);
  if (newest === undefined || first === undefined)
    throw new Error('The feed of changes needs at least one edition.');
  const { hostname } = new URL(addresses.absolute('/'));
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
    ${tag(hostname, first.date, 'changes')}
    <title>${SITE_NAME}: changes of the course</title>
    <subtitle>New editions of the lessons, tables, figures and questions, and what is new in each.</subtitle>
    <updated>${newest.date.toISOString()}</updated>
    <author><name>${SITE_NAME}</name><uri>${addresses.absolute('/about/')}</uri></author>
    ${link('self', addresses.absolute(CHANGES_FEED.path), CHANGES_FEED.type)}
    ${link('alternate', addresses.absolute('/trainers/#editions'), 'text/html')}
    ${link('license', LICENSE.url)}
    <rights>${RIGHTS}</rights>
    ${editions.flatMap((edition) => entriesOf(edition, hostname, addresses))}
  </feed>`);
}
