/** The end of the base path of an archived edition: "/e/1.0/". */
const KEPT = /\/e\/(\d+\.\d+)\/$/;

/** Folder of all archived editions. */
export const EDITIONS_PATH = '/e/';

/** Path of an archived edition below the current site. */
export const editionPath = (number: string): string => `${EDITIONS_PATH}${number}/`;

/**
 * Number of the edition that a build keeps; undefined for the site of today. The base path alone says it, so that every
 * page and script of a kept edition finds its own files.
 */
export const keptEdition = (base: string): string | undefined => KEPT.exec(base)?.[1];

/** The base path of the current site, also from an archived edition. */
export const liveBase = (base: string): string => base.replace(KEPT, '/');

/** Placeholder in every page of an archived edition for the notice of a newer one. */
export const NEWER_EDITION = '<!-- newer edition -->';

/** Announces the newest edition on a page of an older one. */
export const withNewerEdition = (html: string, newest: string): string =>
  html.replace(NEWER_EDITION, `Edition ${newest} is the newest. `);
