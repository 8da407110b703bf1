import { parse, type HTMLElement } from 'node-html-parser';
import { fragment } from '../../utils/xml.ts';
import type { Chapter, Place } from './book.ts';
import { bookHref, type BookLinks } from './links.ts';
import { takeAnswers, takeNotes } from './endnotes.ts';
import { nameDrawings, nameTables, openFolded, prepare } from './prepare.ts';
import { xhtmlOf } from './xhtml.ts';

/** A built page, and how the book has it. */
export interface BookPage {
  /** Its path on the site. */
  path: string;
  html: string;
}

/** A chapter before its links are known: the content of its pages, by the path of each. */
export interface Draft extends Pick<Chapter, 'file' | 'type' | 'role'> {
  title: string;
  label: string;
  content: HTMLElement;
  /** The parts that came from a page each: their links start there. */
  parts: readonly (readonly [path: string, part: HTMLElement])[];
}

/** The main content of a built page, ready for a book. */
export function contentOf({ html, path }: BookPage): HTMLElement {
  const content = parse(html, { comment: false }).querySelector('main .prose');
  if (content === null)
    throw new Error(`The page ${path} has no element with the class "prose" in its main part.`);
  prepare(content);
  return content;
}

const titleOf = (content: HTMLElement): string => content.querySelector('h1')?.text.trim() ?? '';

/** A page as a chapter of its own. */
export function draftOf(
  page: BookPage,
  about: Pick<Draft, 'file' | 'type' | 'role'>,
  number?: number,
): Draft {
  const content = contentOf(page);
  content.querySelector('h1')?.setAttribute('id', 'title');
  nameDrawings(content);
  nameTables(content);
  const end = takeAnswers(content) + takeNotes(content);
  openFolded(content);
  content.insertAdjacentHTML('beforeend', end);
  const title = titleOf(content);
  return {
    ...about,
    title,
    label: number === undefined ? title : `${number}. ${title}`,
    content,
    parts: [[page.path, content]],
  };
}

/** The last part of a path: "/concepts/drift/" is "drift". */
export const slugOf = (path: string): string => path.split('/').at(-2) ?? '';

/** Ids of pages that share a file start with the page's name. */
const PREFIXED = ['id', 'aria-labelledby', 'aria-describedby'];

/** A page as an entry of a chapter that many pages share: its headings are one level lower. */
function entryOf(page: BookPage): HTMLElement {
  const content = contentOf(page);
  nameDrawings(content);
  openFolded(content);
  content.insertAdjacentHTML('beforeend', takeNotes(content));
  const slug = slugOf(page.path);
  for (const name of PREFIXED)
    content
      .querySelectorAll(`[${name}]`)
      .forEach((element) => element.setAttribute(name, `${slug}-${element.getAttribute(name) ?? ''}`));
  openFolded(content);
  for (const level of [3, 2, 1])
    content.querySelectorAll(`h${level}`).forEach((heading) => {
      heading.tagName = `h${level + 1}`;
    });
  content.tagName = 'section';
  content.querySelector('h2')?.setAttribute('id', `${slug}-title`);
  content.setAttribute('id', slug);
  content.setAttribute('aria-labelledby', `${slug}-title`);
  return content;
}

/** Several pages as one chapter, in their order. */
export function draftOfMany(
  pages: readonly BookPage[],
  title: string,
  about: Pick<Draft, 'file' | 'type' | 'role'>,
): Draft {
  const content = parse(`<div><h1 id="title">${title}</h1></div>`).querySelector('div') as HTMLElement;
  const parts = pages.map((page) => [page.path, entryOf(page)] as const);
  for (const [, part] of parts) content.appendChild(part);
  return { ...about, title, label: title, content, parts };
}

/** Every id of a draft. */
export const idsOf = ({ content }: Draft): Set<string> =>
  new Set(content.querySelectorAll('[id]').map(({ id }) => id));

const placesOf = (elements: readonly HTMLElement[], label: (element: HTMLElement) => string): Place[] =>
  elements.map((element) => ({ id: element.id, label: label(element).replaceAll(/\s+/g, ' ').trim() }));

/** A name without the stop at its end. */
const named = (text: string | undefined): string => (text ?? '').trim().replace(/\.$/, '');

/** Writes a chapter, its links leading into the book where they can. */
export function chapterOf(draft: Draft, links: BookLinks): Chapter {
  const { content, parts, file, title, label, type, role } = draft;
  for (const [path, part] of parts)
    for (const anchor of part.querySelectorAll('a[href]'))
      anchor.setAttribute('href', bookHref(anchor.getAttribute('href') ?? '', path, links));
  return {
    file,
    title,
    label,
    type,
    ...(role === undefined ? {} : { role }),
    body: fragment(...content.childNodes.map((node) => xhtmlOf(node))),
    sections: placesOf(content.querySelectorAll('h2[id]'), (heading) => heading.text),
    figures: placesOf(content.querySelectorAll('figure[id]'), (figure) =>
      named(figure.querySelector('figcaption strong')?.text),
    ),
    tables: placesOf(
      content.querySelectorAll('table[id]').filter((table) => table.querySelector('caption') !== null),
      (table) => named(table.querySelector('caption strong')?.text),
    ),
    svg: content.querySelector('svg') !== null,
  };
}
