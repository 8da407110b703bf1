import { withBase } from './paths.ts';

/** The address of a path of this site, below its base path. Needs Vite: code that runs without it passes the base. */
export const href = (path: string): string => withBase(import.meta.env.BASE_URL, path);

/** The same with its origin. */
export const absolute = (path: string, site: string | URL | undefined): string =>
  new URL(href(path), site).href;
