import type { Course } from '../course/types.ts';
import { addressOf, sectionLink, type Permalink } from '../course/permalinks.ts';
import { permalinks } from '../links.ts';
import { ENTRY_KINDS } from './kinds.ts';
import { contentOf } from './registry.ts';

/** Permalinks of the entries with their headings and events; entries that a list shows whole are its parts too. */
export const entryLinks = ({ entries }: Course): Permalink[] =>
  entries.flatMap(({ kind, id, path, title, data, prose, timeline }): Permalink[] => {
    const { parts = {}, places, whole } = contentOf(kind);
    const part = (fragment: string, name: string, of: 'part' | 'scene' = 'part'): Permalink =>
      sectionLink(path, fragment, `${title}: ${name}`, of);
    return [
      { path, title, kind },
      ...Object.entries(parts).map(([fragment, name]) => part(fragment, name)),
      ...(places?.(data) ?? []).map((place) => part(place.id, place.title, 'scene')),
      ...(prose?.headings ?? []).flatMap((heading) =>
        heading.id === undefined ? [] : [part(heading.id, heading.text)],
      ),
      ...timeline.map(({ date, event }) => part(`event-${date}`, event)),
      ...(whole === true ? [sectionLink(ENTRY_KINDS[kind].path, id, title, 'part')] : []),
    ];
  });

/** Addresses of the parts of entries that show the idea of a page, all without a slash at their start. */
export const placesShowing = ({ entries }: Pick<Course, 'entries'>, address: string): string[] =>
  entries.flatMap(({ kind, path, data }) =>
    (contentOf(kind).places?.(data) ?? [])
      .filter(({ shows }) => shows.includes(address))
      .map(({ id }) => `${path.slice(1)}#${id}`),
  );

const found = new WeakMap<Course, Map<string, Permalink>>();

/** The place that an address in a field of an entry leads to, from a list cached for each course. */
export function placeAt(course: Course, address: string): Permalink {
  const places = found.get(course) ?? new Map(permalinks(course).map((link) => [addressOf(link), link]));
  found.set(course, places);
  const place = places.get(`/${address}`);
  if (place === undefined) throw new Error(`"${address}" was not checked before it was looked up.`);
  return place;
}
