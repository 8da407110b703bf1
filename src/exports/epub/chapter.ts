import { withoutBase } from '../../utils/paths.ts';
import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser';
import { escapeHtml } from '../../utils/escape.ts';
import { attributes, Markup, xml, type Content } from '../../utils/xml.ts';
import { moveHeadings, prefixIds, removeAll } from '../built-page.ts';

/** The place of a page of the site in a book. */
export interface PagePlace {
  file: string;
  /** Id of the page's beginning, where it is not the file's. */
  id?: string;
  /** The prefix of the page's own ids, where pages share a file. */
  prefix?: string;
}

interface BookLinks {
  /** The places of pages of the site, by their path. */
  pages: ReadonlyMap<string, PagePlace>;
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  origin: string;
  base: string;
}

/**
 * A link of a page as a link of the book: to the place in the book where there is one, else to the page on the web.
 * @param page path of the page that has the link
 */
export function bookHref(href: string, page: string, { pages, ids, origin, base }: BookLinks): string {
  if (!/^[#/]/.test(href) || href.startsWith('//')) return href;
  const [path = '', fragment] = (href.startsWith('#') ? page + href : withoutBase(base, href)).split('#');
  const place = pages.get(path);
  const id = fragment === undefined ? place?.id : `${place?.prefix ?? ''}${fragment}`;
  if (place === undefined || (id !== undefined && ids.get(place.file)?.has(id) !== true))
    return new URL(href.startsWith('#') ? base.replace(/\/$/, '') + page + href : href, origin).href;
  const file = pages.get(page)?.file === place.file && id !== undefined ? '' : place.file;
  return id === undefined ? file : `${file}#${id}`;
}

/** What only a screen with scripts can do, and what is elsewhere in the book. */
const LEFT_OUT = `script, nav, .anchor, [hidden], [popover][id^=term-], .told, .thread, ${['print', 'file', 'book'].map((word) => `[data-omit~=${word}]`).join()}`;

/** Makes the content of a page ready for a book, in its place: what cannot work there goes. */
function prepare(content: HTMLElement): void {
  // Its heading has nothing left below it.
  content.querySelectorAll('.teach').forEach((teach) => teach.previousElementSibling?.remove());
  removeAll(content, LEFT_OUT);
  content.querySelectorAll('a.term').forEach((term) => {
    term.setAttribute('role', 'doc-glossref');
    term.removeAttribute('aria-describedby');
  });
  content.querySelectorAll('.figure-sheet').forEach((sheet) => {
    for (const name of ['tabindex', 'role', 'aria-labelledby']) sheet.removeAttribute(name);
  });
}

/** Opens what is folded on the page: many readers cannot. */
function openFolded(content: HTMLElement): void {
  content.querySelectorAll('details').forEach((details) => {
    details.tagName = 'div';
    details.setAttribute('class', 'opened');
    const summary = details.querySelector('summary');
    summary?.replaceWith(`<p class="label">${summary.innerHTML}</p>`);
  });
}

/** Gives a drawing its name and its description inside, for readers that do not follow references, and each of its links. */
function nameDrawings(content: HTMLElement): void {
  for (const svg of content.querySelectorAll('figure svg')) {
    const textOf = (attribute: string): string =>
      (content.getElementById(svg.getAttribute(attribute) ?? '')?.text ?? '').trim();
    svg.insertAdjacentHTML(
      'afterbegin',
      `<title>${escapeHtml(textOf('aria-labelledby'))}</title><desc>${escapeHtml(textOf('aria-describedby'))}</desc>`,
    );
    // A group of marks has no role that every checker of books knows; "img" would hide its links.
    if (svg.getAttribute('role') === 'group') svg.removeAttribute('role');
    for (const link of svg.querySelectorAll('a'))
      if (link.querySelector('title') === null) {
        const words = link.querySelectorAll('text').map((text) => text.text.trim());
        link.insertAdjacentHTML('afterbegin', `<title>${escapeHtml(words.join(', '))}</title>`);
      }
  }
}

/** Gives the data of a figure a caption, and each captioned table an id. */
function nameTables(content: HTMLElement): void {
  for (const figure of content.querySelectorAll('figure'))
    figure
      .querySelector('table')
      ?.insertAdjacentHTML(
        'afterbegin',
        `<caption><strong>The data of the figure: ${figure.querySelector('[id$=-title]')?.innerText.trim() ?? ''}</strong></caption>`,
      );
  content.querySelectorAll('table').forEach((table, index) => table.setAttribute('id', `table-${index + 1}`));
}

/** The answers of a question with its options in one list, which has marks of its own, and what is around it. */
function answersOf(question: HTMLElement): string {
  const list = question.querySelector('.options');
  const details = question.querySelector('details');
  const answers = details?.querySelector('.answers');
  details?.querySelector('summary')?.remove();
  for (const [index, answer] of answers?.children.entries() ?? []) {
    const label = answer.querySelector('strong');
    label?.set_content(label.innerHTML.replace(/^\w+\. /, ''));
    const option = list?.children[index]?.innerHTML.trim();
    if (option !== undefined)
      answer.insertAdjacentHTML('afterbegin', `<span class="option">${option}</span> `);
  }
  const kind = list?.getAttribute('type') === undefined ? '' : ' type="A"';
  const tag = list === null ? 'ul' : 'ol';
  answers?.replaceWith(`<${tag}${kind}>${answers.innerHTML}</${tag}>`);
  return details?.innerHTML ?? '';
}

/**
 * Replaces the answers in the questions with links; the questions become plain text.
 * @returns the answers as a section for the end of the chapter; empty if there are none
 */
function takeAnswers(content: HTMLElement): string {
  const answers = content.querySelectorAll('check-question').map((question) => {
    const { id } = question;
    const heading = question.querySelector('h3');
    const answer = `<div id="${id}-answer"><h3>${heading?.innerHTML ?? ''}</h3>${answersOf(question)}<p><a class="back" href="#${id}" role="doc-backlink">Back to the question</a></p></div>`;
    question.querySelector('details')?.replaceWith(`<p><a href="#${id}-answer">Answer and feedback</a></p>`);
    question.tagName = 'div';
    return answer;
  });
  return answers.length === 0
    ? ''
    : `<section id="answers" class="answers" aria-labelledby="answers-title"><h2 id="answers-title">Answers and feedback</h2>${answers.join('')}</section>`;
}

/**
 * Replaces the receipts of facts in the text with numbered links.
 * @returns the receipts as a section for the end of the chapter; empty if there are none
 */
function takeNotes(content: HTMLElement): string {
  const labels = new Map<string, string>();
  const notes = content.querySelectorAll('button.receipt').map((button) => {
    const id = button.getAttribute('popovertarget') ?? '';
    const receipt = content.getElementById(id);
    const known = labels.get(id);
    const label = known ?? `${button.text.trim()} ${labels.size + 1}`;
    labels.set(id, label);
    const text = receipt?.innerHTML ?? '';
    receipt?.remove();
    // A fact that a paragraph states twice has one note, which leads back to the first place.
    const place = known === undefined ? ` id="${id}-ref"` : '';
    button.replaceWith(
      ` <a class="receipt"${place} href="#${id}" epub:type="noteref" role="doc-noteref">${escapeHtml(label)}</a>`,
    );
    return known === undefined
      ? `<li id="${id}">${text} <a class="back" href="#${id}-ref" role="doc-backlink">Back to “${escapeHtml(label)}”</a></li>`
      : '';
  });
  return notes.length === 0
    ? ''
    : `<section id="notes" class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">Notes on the facts</h2><ol>${notes.join('')}</ol></section>`;
}

export interface BookPage {
  path: string;
  root: HTMLElement;
}

/** A chapter: the content of its pages. Its links lead to the site until `linkChapter` leads them into the book. */
export interface Chapter {
  /** Name of its file: "lesson-momentum.xhtml". */
  file: string;
  /** Its role as EPUB names it, and as assistive technology does: "chapter", "doc-chapter". */
  type: string;
  role?: string;
  title: string;
  /** How the list of contents names it: "4. How leading and managing differ". */
  label: string;
  content: HTMLElement;
  /** The parts that came from a page each: their links start there. */
  parts: readonly (readonly [path: string, part: HTMLElement])[];
}

type About = Pick<Chapter, 'file' | 'type' | 'role'>;

/** Text for a book: without the word joiner, which many readers' fonts lack. */
export const bookText = (text: string): string => text.replaceAll('\u2060', '');

/** The main content of a built page, ready for a book. */
function contentOf({ root, path }: BookPage): HTMLElement {
  const content = root.querySelector('main .entry, main .prose');
  if (content === null)
    throw new Error(`The page ${path} has no element with the class "prose" in its main part.`);
  prepare(content);
  return content;
}

const titleOf = (content: HTMLElement): string => content.querySelector('h1')?.text.trim() ?? '';

export function chapterOf(page: BookPage, about: About, number?: number): Chapter {
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

/** A page as an entry of a chapter that many pages share: its headings are one level lower. */
function entryOf(page: BookPage): HTMLElement {
  const content = contentOf(page);
  nameDrawings(content);
  openFolded(content);
  content.insertAdjacentHTML('beforeend', takeNotes(content));
  const slug = slugOf(page.path);
  // Ids of pages that share a file start with the page's name.
  prefixIds(content, `${slug}-`);
  moveHeadings(content, 1);
  content.tagName = 'section';
  content.querySelector('h2')?.setAttribute('id', `${slug}-title`);
  content.setAttribute('id', slug);
  content.setAttribute('aria-labelledby', `${slug}-title`);
  return content;
}

export function chapterOfMany(pages: readonly BookPage[], title: string, about: About): Chapter {
  const content = parse(`<div><h1 id="title">${title}</h1></div>`).querySelector('div') as HTMLElement;
  const parts = pages.map((page) => [page.path, entryOf(page)] as const);
  for (const [, part] of parts) content.appendChild(part);
  return { ...about, title, label: title, content, parts };
}

export const idsOf = ({ content }: Chapter): Set<string> =>
  new Set(content.querySelectorAll('[id]').map(({ id }) => id));

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
  'type',
  'epub:type',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-hidden',
  'data-label',
  'data-tone',
  'data-kind',
]);

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

const attributesOf = (element: HTMLElement, inSvg: boolean): Markup[] =>
  attributes(
    Object.fromEntries(
      Object.entries(element.attributes)
        .filter(([name]) => (inSvg ? !/^(?:on|data-|tabindex)/.test(name) : BOOK_ATTRIBUTES.has(name)))
        .map(([name, value]) => [name, bookText(value)]),
    ),
  );

/**
 * A parsed node as well-formed XHTML. Custom elements are replaced by their content: without scripts they have no
 * meaning.
 */
function xhtmlOf(node: Node, inSvg = false): Content {
  if (node.nodeType === NodeType.TEXT_NODE) return bookText(node.text);
  if (!isElement(node)) return undefined;
  const name = node.rawTagName.toLowerCase();
  const isSvg = inSvg || name === 'svg';
  const content = node.childNodes.map((child) => xhtmlOf(child, isSvg));
  // The root of a parsed text has no name.
  if (name === '' || (name.includes('-') && !inSvg)) return content;
  const namespace = attributes({ xmlns: isSvg && !inSvg ? 'http://www.w3.org/2000/svg' : undefined });
  const tag = xml`${new Markup(name)}${namespace}${attributesOf(node, isSvg)}`;
  // Browsers know no empty-element tag in HTML but for void elements.
  if (VOID.has(name) || (isSvg && content.length === 0)) return xml`<${tag}/>`;
  return xml`<${tag}>${content}</${new Markup(name)}>`;
}

/** The content of a chapter as XHTML. */
export const bodyOf = ({ content }: Chapter): Markup =>
  xml`${content.childNodes.map((node) => xhtmlOf(node))}`;

/** A place in a chapter that a list of contents names. */
export interface Place {
  id: string;
  label: string;
}

/** Selectors of the places of a kind, and of the name of each. */
const PLACES = {
  section: ['h2[id]', undefined],
  figure: ['figure[id]', 'figcaption strong'],
  table: ['table[id]:has(caption)', 'caption strong'],
} as const;

/** The places of a kind in a chapter. A name is without the stop at its end. */
export function placesIn({ content }: Chapter, kind: keyof typeof PLACES): Place[] {
  const [selector, name] = PLACES[kind];
  return content.querySelectorAll(selector).map((element) => ({
    id: element.id,
    label:
      name === undefined
        ? element.text.replaceAll(/\s+/g, ' ').trim()
        : (element.querySelector(name)?.text ?? '').replaceAll(/\s+/g, ' ').trim().replace(/\.$/, ''),
  }));
}

/** Leads the links of a chapter into the book where they can. */
export function linkChapter({ parts }: Chapter, links: BookLinks): void {
  for (const [path, part] of parts)
    for (const anchor of part.querySelectorAll('a[href]'))
      anchor.setAttribute('href', bookHref(anchor.getAttribute('href') ?? '', path, links));
}
