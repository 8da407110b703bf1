import {
  type Markup,
  fragment,
  inlineElement,
  element,
  HTML_DOCTYPE,
  xmlDocument,
  type Content,
} from '../../utils/xml.ts';
import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import { COURSE } from '../../site.ts';

/** A place in a chapter that a list of contents names. */
export interface Place {
  id: string;
  label: string;
}

/** A chapter of a book, ready to be written. */
export interface Chapter {
  /** Name of its file: "lesson-momentum.xhtml". */
  file: string;
  title: string;
  /** How the list of contents names it: "4. How leading and managing differ". */
  label: string;
  /** Its role as EPUB names it, and as assistive technology does: "chapter", "doc-chapter". */
  type: string;
  role?: string;
  /** Content of its body as XHTML. */
  body: Markup;
  sections: Place[];
  figures: Place[];
  tables: Place[];
  /** It has drawings in it, which the package says of each file. */
  svg: boolean;
}

/** The metadata of a book. */
export interface Book {
  /** Unique and lasting: its address. */
  id: string;
  title: string;
  description: string;
  edition: string | undefined;
  updated: Date;
}

/** Files of a book that are not made from its chapters. */
export const BOOK_FILES = { sheet: 'book.css', cover: 'cover.png', face: 'display.woff2' } as const;

/** HTML elements without an end tag. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);

/** Attributes that a book needs; others are for scripts and the site's style sheets. */
const BOOK_ATTRIBUTES = new Set([
  'id',
  'class',
  'href',
  'role',
  'lang',
  'scope',
  'colspan',
  'rowspan',
  'start',
  'epub:type',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-hidden',
  'data-label',
  'data-tone',
  'data-kind',
]);

/** Text for a book: without the word joiner, which many readers' fonts lack. */
export const bookText = (text: string): string => text.replaceAll('\u2060', '');

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

const attributesOf = (element: HTMLElement, inSvg: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(element.attributes)
      .filter(([name]) => (inSvg ? !/^(?:on|data-|tabindex)/.test(name) : BOOK_ATTRIBUTES.has(name)))
      .map(([name, value]) => [name, bookText(value)]),
  );

/**
 * A parsed node as well-formed XHTML. Custom elements are replaced by their content: without scripts they have no
 * meaning.
 */
export function xhtmlOf(node: Node, inSvg = false): Markup {
  if (node.nodeType === NodeType.TEXT_NODE) return fragment(bookText(node.text));
  if (!isElement(node)) return fragment();
  const name = node.rawTagName.toLowerCase();
  const isSvg = inSvg || name === 'svg';
  const content = node.childNodes.map((child) => xhtmlOf(child, isSvg));
  // The root of a parsed text has no name.
  if (name === '' || (name.includes('-') && !inSvg)) return fragment(...content);
  const namespace = name === 'svg' && !inSvg ? 'http://www.w3.org/2000/svg' : undefined;
  const attributes = { xmlns: namespace, ...attributesOf(node, isSvg) };
  if (VOID.has(name)) return inlineElement(name, attributes);
  // Browsers know no empty-element tag in HTML but for void elements.
  return inlineElement(name, attributes, ...content, isSvg ? undefined : '');
}

/** One XHTML file of a book. */
export const xhtmlDocument = (title: string, ...body: readonly Content[]): string =>
  xmlDocument(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: COURSE.language,
        'xml:lang': COURSE.language,
      },
      element(
        'head',
        {},
        element('meta', { charset: 'UTF-8' }),
        element('title', {}, bookText(title)),
        element('link', { rel: 'stylesheet', type: 'text/css', href: BOOK_FILES.sheet }),
      ),
      element('body', {}, ...body),
    ),
    HTML_DOCTYPE,
  );

/** A chapter as a file. Its heading has the id "title". */
export const chapterDocument = ({ title, type, role, body }: Chapter): string =>
  xhtmlDocument(
    title,
    element(
      'main',
      {},
      inlineElement('section', { 'epub:type': type, role, 'aria-labelledby': 'title' }, body),
    ),
  );

/** The cover as a page. */
export const coverDocument = ({ title }: Book): string =>
  xhtmlDocument(
    title,
    element(
      'main',
      { 'epub:type': 'cover' },
      element('h1', { class: 'unseen' }, bookText(title)),
      inlineElement(
        'p',
        { class: 'cover' },
        element('img', {
          src: BOOK_FILES.cover,
          alt: bookText(`Cover of “${title}”: a house, half a drawing and half built`),
        }),
      ),
    ),
  );
