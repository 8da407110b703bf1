/** What a device keeps is under this name: sites under other base paths of one origin have caches of their own. */
export const cacheName = (base: string): string => `blueprint-and-build ${base}`;

/** What stands before every path of a site: nothing, or "/course". */
const before = (base: string): string => base.replace(/\/$/, '');

/** The whole address of a path. It names its origin, because a path that begins with "//" would name another one. */
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
