/** Name of the cache; sites under other base paths of one origin have their own. */
export const cacheName = (base: string): string => `blueprint-and-build ${base}`;

/** The base path without its trailing slash: "" or "/course". */
const before = (base: string): string => base.replace(/\/$/, '');

/** The absolute address of a path. It includes the origin, because a path starting with "//" would name another one. */
export const addressIn = (origin: string, base: string, path: string): string => origin + before(base) + path;

/**
 * The path of an address, without the base path. Empty for addresses of other sites and for those with a double slash:
 * a host may serve a page there, but it is not the page's address.
 */
export function pathIn(base: string, url: string): string {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(base) ? pathname.slice(before(base).length) : '';
  return path.includes('//') ? '' : path;
}
