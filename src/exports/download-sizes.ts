import { fileSize } from '../utils/file-size.ts';

/** Placeholder on a page for the size of a file that is made after the page. */
export const sizePlace = (path: string): string => `<!-- size of ${path} -->`;

const PLACE = /<!-- size of (\S+) -->/g;

/** Replaces the placeholders of a page by sizes. */
export const withSizes = (html: string, bytesOf: ReadonlyMap<string, number>): string =>
  html.replace(PLACE, (place, path: string) => {
    const bytes = bytesOf.get(path);
    return bytes === undefined ? place : fileSize(bytes).replace(' ', '\u00a0');
  });
