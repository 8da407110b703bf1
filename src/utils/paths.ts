/** Paths of the site without its base path; see docs/urls.md. */
export const lessonPath = (id: string): string => `/lessons/${id}/`;
export const conceptPath = (id: string): string => `/concepts/${id}/`;
export const comparisonPath = (id: string): string => `/compare/${id}/`;
export const figurePath = (id: string): string => `/figures/${id}/`;
/** Path of the page for a group of a case. */
export const roomPath = (page: string): string => `${page}room/`;
/** Path of the embed of a page, by the path of the page. */
export const embedPath = (path: string): string => `/embed${path}`;
/** Path of a facilitator guide, by the id of its lesson. */
export const guidePath = (id: string): string => `/trainers/${id}/`;
/** Path of the one-page summary of a guide, for use during the session. */
export const glancePath = (id: string): string => `/trainers/${id}/glance/`;
/** Path of the slides of a lesson, with the notes of its guide. */
export const presentPath = (id: string): string => `/trainers/${id}/present/`;
/** Path of all questions of a lesson, by its id. */
export const reviewPath = (id: string): string => `/review/${id}/`;
export const sourcePath = (id: string): string => `/sources/#${id}`;
/** The feed of changes to the course, as pages declare it to feed readers. */
export const CHANGES_FEED = { type: 'application/atom+xml', path: '/changes.atom' } as const;
/** A base path with both slashes, however it was written: "/course/" for "course". */
export const toBase = (written: string): string => `/${written}/`.replace(/\/+/g, '/');

/** Puts the base path ("/" or "/course/") before a path of the site; other addresses do not change. */
export function withBase(base: string, path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? base.replace(/\/$/, '') + path : path;
}

/** Removes the base path of the site from a path. */
export function withoutBase(base: string, path: string): string {
  const prefix = base.replace(/\/$/, '');
  return prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}
