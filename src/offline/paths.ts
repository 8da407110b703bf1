/** Name of the cache; sites under other base paths of one origin have their own. */
export const cacheName = (base: string): string => `blueprint-and-build ${base}`;

/** The base path without its trailing slash: "" or "/course". */
const before = (base: string): string => base.replace(/\/$/, '');

/** The absolute address of a path. It includes the origin, because a path starting with "//" would name another. */
export const addressIn = (origin: string, base: string, path: string): string => origin + before(base) + path;

/**
 * The path behind an address, without the base path. Empty for one that is not of this site, and for one with a double
 * slash: a host may answer it with a page, but it is no address of that page.
 */
export function pathIn(base: string, url: string): string {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(base) ? pathname.slice(before(base).length) : '';
  return path.includes('//') ? '' : path;
}
