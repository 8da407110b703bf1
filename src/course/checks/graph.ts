import { contentOf } from '../../collections/registry.ts';
import { settings } from '../../build/settings.ts';
import type { Problem } from '../author-error.ts';
import { type Course, type RawCourse, lineInFile } from '../types.ts';
import { nearest } from '../../utils/nearest.ts';
import { addressOf, readPermalinkLock, type Permalink } from '../permalinks.ts';
import { citingPages } from '../citing-pages.ts';
import { placedTexts, type CourseTexts } from '../course-texts.ts';
import { comparisonPath, figurePath } from '../../utils/paths.ts';

/**
 * The addresses to hold links against while the content has mistakes and so makes no course: all that were ever published,
 * and those of new texts. Fragments of new tables and questions are not among them.
 */
export const likelyLinks = (raw: RawCourse, texts: CourseTexts): Permalink[] =>
  [
    ...Object.entries(readPermalinkLock()).flatMap(([path, fragments]) => [
      { path },
      ...fragments.map((fragment) => ({ path, fragment })),
    ]),
    ...placedTexts(raw, texts).flatMap(({ path, parts }) => [
      { path },
      ...(parts?.headings ?? []).map(({ id }) => ({ path, fragment: id ?? '' })),
    ]),
    ...raw.comparisons.map(({ id }) => ({ path: comparisonPath(id) })),
    ...raw.figures.map(({ id }) => ({ path: figurePath(id) })),
  ].map((link) => ({ ...link, title: link.path, kind: 'page' }));

/** Checks that internal links of texts, and addresses in the fields of entries, lead to existing pages and fragments. */
export function checkLinks(raw: RawCourse, texts: CourseTexts, permalinks: readonly Permalink[]): Problem[] {
  const known = new Set(permalinks.map(addressOf));
  const inTexts = placedTexts(raw, texts).flatMap(({ entry, path, parts }) =>
    (parts?.links ?? []).flatMap(({ url, line }): Problem[] => {
      const problem = linkProblem(url, path, known);
      return problem === undefined
        ? []
        : [{ file: entry.file, line: lineInFile(entry, line), field: `link to ${url}`, ...problem }];
    }),
  );
  const inFields = raw.entries.flatMap(({ file, kind, data }) =>
    Object.entries({ next: data.next ?? [], ...contentOf(kind).addresses?.(data) }).flatMap(
      ([field, addresses]) =>
        addresses.flatMap((address): Problem[] => {
          const problem = linkProblem(`/${address}`, '', known);
          return problem === undefined ? [] : [{ file, field, ...problem }];
        }),
    ),
  );
  const { file, data } = raw.search;
  const searched = Object.keys(data.asked).flatMap((address): Problem[] => {
    const problem = linkProblem(`/${address}`, '', known);
    return problem === undefined ? [] : [{ file, field: `asked.${address}`, ...problem }];
  });
  return [...inTexts, ...inFields, ...searched];
}

function linkProblem(
  url: string,
  page: string,
  known: ReadonlySet<string>,
): Pick<Problem, 'problem' | 'remedy'> | undefined {
  if (/^(?:https?|mailto|tel):/i.test(url)) return undefined;
  if (!url.startsWith('/') && !url.startsWith('#'))
    return {
      problem: 'is neither an address of the site nor a whole one',
      remedy: 'begin it with "/" for a page of the site, "#" for a heading of this page, or "https://".',
    };
  const [address = '', fragment] = (url.startsWith('#') ? `${page}${url}` : url).split('#', 2);
  const path = address.replace(/\?.*/, '');
  // Downloads are not in the list of pages.
  if (/\.[a-z0-9]+$/i.test(path)) return undefined;
  const whole = addressOf(fragment === undefined ? { path } : { path, fragment });
  if (known.has(whole)) return undefined;
  const near = nearest(whole, known) ?? (known.has(`${path}/`) ? `${path}/` : undefined);
  return {
    problem:
      fragment !== undefined && known.has(path)
        ? `the page ${path} has no heading or entry "#${fragment}"`
        : `the site has no page ${path}`,
    remedy: `${near === undefined ? '' : `did you mean "${near}"? `}The list of all addresses is ${settings.content}/permalinks.lock.json.`,
  };
}

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
