import type { Problem } from '../author-error.ts';
import { citingPages } from '../citing-pages.ts';
import type { Course, RawCourse } from '../types.ts';

/** Checks that a page shows every claim and cites every source. */
export function checkUnused(raw: Pick<RawCourse, 'claims' | 'sources'>, course: Course): Problem[] {
  const { claims, sources } = citingPages(course);
  const used = (cited: ReadonlyMap<{ id: string }, unknown>): Set<string> =>
    new Set([...cited.keys()].map(({ id }) => id));
  const unused = (entries: readonly { id: string; file: string }[], ids: ReadonlySet<string>) =>
    entries.filter(({ id }) => !ids.has(id));
  return [
    ...unused(raw.claims, used(claims)).map(({ id, file }) => ({
      file,
      field: 'file',
      problem: 'no page shows this claim',
      remedy: `show it, as with <Claim id="${id}">...</Claim> in a text, or delete the file.`,
    })),
    ...unused(raw.sources, used(sources)).map(({ id, file }) => ({
      file,
      field: 'file',
      problem: 'no page cites this source',
      remedy: `name "${id}" in the \`sources\` of a claim or a text, or delete the file.`,
    })),
  ];
}
