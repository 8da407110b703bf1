import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import type { BuiltSite } from './exporter.ts';

/** The file of a page or of another path of the site: "/lessons/" is "lessons/index.html". */
export const fileOf = (path: string): string =>
  (path.endsWith('/') ? `${path}index.html` : path).replace(/^\//, '');

export const pageHtml = ({ folder }: BuiltSite, path: string): string =>
  readFileSync(join(folder, fileOf(path)), 'utf8');

/** A built page, to take or change its parts. */
export const builtPage = (site: BuiltSite, path: string): HTMLElement =>
  parse(pageHtml(site, path), { comment: false });

export const removeAll = (part: HTMLElement, selector: string): void => {
  for (const element of part.querySelectorAll(selector)) element.remove();
};

/** Attributes that contain ids, one or several. */
const ID_ATTRIBUTES = [
  'id',
  'for',
  'headers',
  'popovertarget',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
];

/** Puts a prefix before the ids in a part and before what refers to them but links, so that pages can share a file. */
export function prefixIds(part: HTMLElement, prefix: string): void {
  for (const element of part.querySelectorAll('*'))
    for (const [name, value] of Object.entries(element.attributes)) {
      const changed = ID_ATTRIBUTES.includes(name)
        ? value.replace(/\S+/g, (id) => prefix + id)
        : value.replace(/url\(#/g, `url(#${prefix}`);
      if (changed !== value) element.setAttribute(name, changed);
    }
}

/** Makes the headings of a part one level higher or lower. */
export function moveHeadings(part: HTMLElement, by: 1 | -1): void {
  for (const heading of part.querySelectorAll('h1, h2, h3, h4'))
    heading.tagName = `H${Number(heading.tagName.slice(1)) + by}`;
}
