import { withoutBase } from '../../utils/paths.ts';

/** Where a page of the site stands in a book. */
export interface PagePlace {
  file: string;
  /** Id of the page's beginning, where it is not the file's. */
  id?: string;
  /** What stands before the page's own ids, where pages share a file. */
  prefix?: string;
}

export interface BookLinks {
  /** Where pages of the site stand, by their path. */
  pages: ReadonlyMap<string, PagePlace>;
  /** The ids of each file. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** "https://blueprint.example" */
  origin: string;
  base: string;
}

/**
 * A link of a page as a link of the book: to the place in the book where there is one, else to the page on the web.
 * @param page path of the page that has the link
 */
export function bookHref(href: string, page: string, { pages, ids, origin, base }: BookLinks): string {
  if (!/^[#/]/.test(href) || href.startsWith('//')) return href;
  const [path = '', fragment] = (href.startsWith('#') ? page + href : withoutBase(base, href)).split('#');
  const place = pages.get(path);
  const id = fragment === undefined ? place?.id : `${place?.prefix ?? ''}${fragment}`;
  if (place === undefined || (id !== undefined && ids.get(place.file)?.has(id) !== true))
    return new URL(href.startsWith('#') ? base.replace(/\/$/, '') + page + href : href, origin).href;
  const file = pages.get(page)?.file === place.file && id !== undefined ? '' : place.file;
  return id === undefined ? file : `${file}#${id}`;
}
