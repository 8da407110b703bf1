import { settings } from '../build/settings.ts';
import type { Problem } from './author-error.ts';
import { didYouMean } from '../utils/nearest.ts';
import { addressOf, type Permalink } from './permalinks.ts';
import type { EditionsData } from './schemas/editions.ts';
import { shortLinkFinder, type ShortLinks } from './short-links.ts';

/** A change in an edition, with its current address. */
export interface EditionChange {
  what: string;
  title: string;
  address: string;
  id: string | undefined;
}

/** A state of the course that a workbook can quote. */
export interface Edition {
  number: string;
  date: Date;
  summary: string;
  changes: EditionChange[];
}

const EDITIONS_FILE = `${settings.content}/editions.yaml`;

/** Resolves the target of every change and reports targets that the course does not have. */
export function readEditions(
  editions: EditionsData['editions'],
  links: readonly Permalink[],
  ids: ShortLinks,
): { editions: Edition[]; problems: Problem[] } {
  const titles = new Map(links.map((link) => [addressOf(link), link.title]));
  const idOf = shortLinkFinder(ids);
  const problems: Problem[] = [];
  const read = editions.map((edition): Edition => ({
    ...edition,
    changes: edition.changes.flatMap(({ at, what }, index): EditionChange[] => {
      const address = at.startsWith('/') ? at : ids[at];
      const title = address === undefined ? undefined : titles.get(address);
      if (address !== undefined && title !== undefined) return [{ what, title, address, id: idOf(address) }];
      problems.push({
        file: EDITIONS_FILE,
        field: `editions.${edition.number}.changes.${index}.at`,
        problem: `nothing of the course has the ${at.startsWith('/') ? 'address' : 'lasting id'} "${at}"`,
        remedy: didYouMean(
          at,
          at.startsWith('/') ? titles.keys() : Object.keys(ids),
          'look in links.json of the built site, which has them all.',
        ),
      });
      return [];
    }),
  }));
  return { editions: read, problems };
}
