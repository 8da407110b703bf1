import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { redirectsFile } from '../build/host-files.ts';
import type { Permalink } from './permalinks.ts';
import { addShortLinks, lostShortLinks, shortLinkFinder, shortPath } from './short-links.ts';

const links: Permalink[] = [
  { path: '/lessons/momentum/', title: 'Momentum', kind: 'lesson', number: 10 },
  { path: '/lessons/momentum/', fragment: 'drift', title: 'Drift', kind: 'section' },
  { path: '/concepts/drift/', title: 'Drift', kind: 'concept' },
  { path: '/compare/table/', fragment: 'risk', title: 'Risk', kind: 'row' },
];

test('ids stay as they are when titles and the order change', () => {
  const ids = addShortLinks({}, links);
  expect(Object.keys(ids)).toHaveLength(4);
  const renamed = links
    .map((link, index) => ({ ...link, title: `New ${index}`, number: 99 - index }))
    .reverse();
  expect(addShortLinks(ids, renamed)).toEqual(ids);
});

test('a new address gets a new id, and takes none away', () => {
  const ids = addShortLinks({}, links);
  const more = addShortLinks(ids, [...links, { path: '/figures/house/', title: 'House', kind: 'figure' }]);
  expect(more).toMatchObject(ids);
  expect(Object.values(more)).toContain('/figures/house/');
  expect(Object.keys(more)).toHaveLength(5);
});

test('an id is four characters that nobody mistakes and that spell no word', () => {
  const many = Array.from({ length: 3000 }, (_, index): Permalink => ({
    path: `/lessons/l-${index}/`,
    title: '',
    kind: 'lesson',
  }));
  const ids = Object.keys(addShortLinks({}, many));
  expect(new Set(ids).size).toBe(3000);
  for (const id of ids) expect(id).toMatch(/^[2-9bcdfghjkmnpqrstvwxz]{4}$/);
});

test('an id that is taken is never given again, whatever was taken', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 30 }), (names) => {
      const old = addShortLinks({}, links);
      const added = names.map((name): Permalink => ({
        path: `/concepts/${name}/`,
        title: '',
        kind: 'concept',
      }));
      const all = addShortLinks(old, added);
      expect(all).toMatchObject(old);
      const wanted = new Set([...Object.values(old), ...added.map(({ path }) => path)]);
      expect(new Set(Object.values(all))).toEqual(wanted);
      expect(Object.keys(all)).toHaveLength(wanted.size);
    }),
  );
});

test('an id whose address is gone is told, and holds again with the new address beside it', () => {
  const ids = addShortLinks({}, links);
  const id = shortLinkFinder(ids)('/concepts/drift/') ?? '';
  const moved = links.map((link) =>
    link.kind === 'concept' ? { ...link, path: '/concepts/aimless/' } : link,
  );
  expect(lostShortLinks(ids, moved)).toEqual([[id, '/concepts/drift/']]);
  const corrected = { ...ids, [id]: '/concepts/aimless/' };
  expect(lostShortLinks(corrected, moved)).toEqual([]);
  expect(addShortLinks(corrected, moved)).toEqual(corrected);
});

test('pages of the site, bibliography, embeds and short forms get no id', () => {
  const kinds = ['page', 'source', 'embed', 'short'] as const;
  expect(
    addShortLinks(
      {},
      kinds.map((kind): Permalink => ({ path: `/${kind}/`, title: '', kind })),
    ),
  ).toEqual({});
});

test('redirects for hosts lead from the lasting id to address and fragment, under the base path', () => {
  const ids = addShortLinks({}, links);
  const idOf = shortLinkFinder(ids);
  const short = shortPath(idOf('/compare/table/#risk') ?? '');
  const file = redirectsFile('/course/', [
    { path: '/compare/table/', fragment: 'risk', title: '', kind: 'row', short },
    { path: '/lessons/momentum/', title: '', kind: 'lesson', number: 10 },
  ]);
  expect(file.split('\n')).toEqual([
    '/course/10/ /course/lessons/momentum/ 301',
    `/course${short} /course/compare/table/#risk 301`,
    '',
  ]);
});
