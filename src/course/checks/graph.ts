import { contentOf } from '../../collections/registry.ts';
import { settings } from '../../build/settings.ts';
import type { Problem } from '../author-error.ts';
import { type Course, type RawCourse, lineInFile } from '../types.ts';
import { didYouMean } from '../../utils/nearest.ts';
import { addressOf, readPermalinkLock, type Permalink } from '../permalinks.ts';
import { citingPages } from '../citing-pages.ts';
import { placedTexts, type CourseTexts } from '../course-texts.ts';
import { comparisonPath, figurePath } from '../../utils/paths.ts';

/** The addresses to check links against while mistakes prevent a course: those published and those of new texts. */
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
  const problem = (place: Pick<Problem, 'file' | 'line' | 'field'>, url: string, path = ''): Problem[] => {
    const found = linkProblem(url, path, known);
    return found === undefined ? [] : [{ ...place, ...found }];
  };
  const { file, data: search } = raw.search;
  return [
    ...placedTexts(raw, texts).flatMap(({ entry, path, parts }) =>
      (parts?.links ?? []).flatMap(({ url, line }) =>
        problem({ file: entry.file, line: lineInFile(entry, line), field: `link to ${url}` }, url, path),
      ),
    ),
    ...raw.entries.flatMap((entry) =>
      Object.entries({
        next: entry.data.next ?? [],
        ...contentOf(entry.kind).addresses?.(entry.data),
      })
        // What a field of ids names is looked up as that.
        .filter(([field]) => entry.references?.some((one) => one.field.split('.')[0] === field) !== true)
        .flatMap(([field, addresses]) =>
          addresses.flatMap((address, index) =>
            problem({ file: entry.file, field: `${field}.${index}` }, `/${address}`),
          ),
        ),
    ),
    ...Object.keys(search.asked).flatMap((address) =>
      problem({ file, field: `asked.${address}` }, `/${address}`),
    ),
  ];
}
function linkProblem(
  url: string,
  page: string,
  known: ReadonlySet<string>,
): Pick<Problem, 'problem' | 'remedy'> | undefined {
  if (url.startsWith(`${settings.site}/`))
    return {
      problem: 'is a whole address of this site, which a copy of the site would leave',
      remedy: `write ${url.slice(settings.site.length)}.`,
    };
  // A link without an address is a mistake of the text itself.
  if (url === '' || /^(?:https?|mailto|tel):/i.test(url)) return undefined;
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
  return {
    problem:
      fragment !== undefined && known.has(path)
        ? `the page ${path} has no heading or entry "#${fragment}"`
        : `the site has no page ${path}`,
    remedy: didYouMean(
      known.has(`${path}/`) ? whole.replace(path, `${path}/`) : whole,
      known,
      `look it up in ${settings.content}/permalinks.lock.json, which has all addresses.`,
    ),
  };
}

/** Checks that a page shows every claim and cites every source. */
export function checkUnused(raw: Pick<RawCourse, 'claims' | 'sources'>, course: Course): Problem[] {
  const { claims, sources } = citingPages(course);
  const unused = (
    entries: readonly { id: string; file: string }[],
    cited: ReadonlyMap<{ id: string }, unknown>,
    problem: string,
    remedy: (id: string) => string,
  ): Problem[] => {
    const used = new Set([...cited.keys()].map(({ id }) => id));
    return entries
      .filter(({ id }) => !used.has(id))
      .map(({ id, file }) => ({
        file,
        field: 'file',
        problem,
        remedy: `${remedy(id)}, or delete the file.`,
      }));
  };
  return [
    ...unused(
      raw.claims,
      claims,
      'no page shows this claim',
      (id) => `show it, as with <Claim id="${id}">...</Claim> in a text`,
    ),
    ...unused(
      raw.sources,
      sources,
      'no page cites this source',
      (id) => `name "${id}" in the \`sources\` of a claim or a text`,
    ),
  ];
}
