/** The end of the base path of an archived edition: "/e/1.0/". */
const ARCHIVED = /\/e\/(\d+\.\d+)\/$/;
/** Folder of all archived editions. */
export const EDITIONS_PATH = '/e/';
/** Path of an archived edition below the current site. */
export const editionPath = (number: string): string => `${EDITIONS_PATH}${number}/`;
/** Number of the edition archived under a base path, so that its pages and scripts find their own files. */
export const archivedEdition = (base: string): string | undefined => ARCHIVED.exec(base)?.[1];
/** The base path of the current site, also from an archived edition. */
export const liveBase = (base: string): string => base.replace(ARCHIVED, '/');
/** Placeholder in every page of an archived edition for the notice of a newer one. */
export const NEWER_EDITION = '<!-- newer edition -->';

/** Announces the newest edition on a page of an older one. */
export const withNewerEdition = (html: string, newest: string): string =>
  html.replace(NEWER_EDITION, `Edition ${newest} is the newest. `);
