import { withBase } from './paths.ts';

/** The address of a path of this site, with the base path. Needs Vite; code that runs without it uses `withBase`. */
export const href = (path: string): string => withBase(import.meta.env.BASE_URL, path);

/** The address of a path of this site, with the base path and the origin. */
export const absolute = (path: string): string => new URL(href(path), import.meta.env.SITE).href;
