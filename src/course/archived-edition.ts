/** The end of a base path under which an edition is kept: "/e/1.0/". */
const KEPT = /\/e\/(\d+\.\d+)\/$/;

/** Folder of all kept editions. */
export const EDITIONS_PATH = '/e/';

/** Where an edition is kept as it was, below the site of today. */
export const editionPath = (number: string): string => `${EDITIONS_PATH}${number}/`;

/**
 * Number of the edition that a build keeps; undefined for the site of today. The base path alone says it, so that every
 * page and script of a kept edition finds its own files.
 */
export const keptEdition = (base: string): string | undefined => KEPT.exec(base)?.[1];

/** The base path of the site of today, also from a kept edition. */
export const liveBase = (base: string): string => base.replace(KEPT, '/');

/** Stands in every page of a kept edition where a newer one is to be announced. */
export const NEWER_EDITION = '<!-- newer edition -->';

/** Announces the newest edition on a page of an older one. */
export const withNewerEdition = (html: string, newest: string): string =>
  html.replace(NEWER_EDITION, `Edition ${newest} is the newest. `);
