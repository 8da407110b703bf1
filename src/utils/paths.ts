/** Paths of the site without its base path; see docs/urls.md. */
export const lessonPath = (id: string): string => `/lessons/${id}/`;
export const conceptPath = (id: string): string => `/concepts/${id}/`;
export const comparisonPath = (id: string): string => `/compare/${id}/`;
export const figurePath = (id: string): string => `/figures/${id}/`;
/** Path of a piece's bare page, for a frame on another site, by the path of its own page. */
export const embedPath = (path: string): string => `/embed${path}`;
/** Path of a facilitator guide, by the id of its lesson. */
export const guidePath = (id: string): string => `/trainers/${id}/`;
/** Path of the one-page sheet of a guide for use in the room. */
export const glancePath = (id: string): string => `/trainers/${id}/glance/`;
/** Path of the slides of a lesson in the browser, with the notes of its guide. */
export const presentPath = (id: string): string => `/trainers/${id}/present/`;
export const sourcePath = (id: string): string => `/sources/#${id}`;

/** The feed of what changed in the course, as pages name it to feed readers. */
export const CHANGES_FEED = { type: 'application/atom+xml', path: '/changes.atom' } as const;

/** A base path with both its slashes, however it was written: "/course/" for "course". */
export const toBase = (written: string): string => `/${written}/`.replace(/\/+/g, '/');

/** Puts the base path ("/" or "/course/") before a path of the site; other addresses stay as they are. */
export function withBase(base: string, path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? base.replace(/\/$/, '') + path : path;
}

/** A path without the base path that the site is served under. */
export function withoutBase(base: string, path: string): string {
  const prefix = base.replace(/\/$/, '');
  return prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}
