import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser';
import type { TextRecord } from '../search/full-text.ts';

/** A full-text search result with its own address. */
export interface SearchRecord extends TextRecord {
  /** Additional search words, from `data-record-also`. */
  also: string;
}

/** Kinds that are split into sections, and the kind of those sections. */
const PARTS: Readonly<Record<string, string>> = { lesson: 'section', page: 'page', case: 'scene' };

/**
 * Reads the records of a built page. Each element with `data-record="<kind>"` is one, with the `id` of the element;
 * lessons, pages and cases are split into sections at their headings, which have an `id` or are in an element with
 * `data-found` that has one. `data-record-title` sets the title, `data-record-also` adds words, and `data-omit="search"`
 * excludes an element.
 */
export function recordsFromHtml(html: string, path: string): SearchRecord[] {
  const root = parse(html, { comment: false });
  for (const skipped of root.querySelectorAll(
    '[data-omit~=search], script, style, nav, .anchor, .receipt, [popover]',
  ))
    skipped.remove();
  const heading = root.querySelector('h1');
  const page = heading?.text.trim() ?? '';
  // A record has its title beside its text.
  heading?.remove();
  const records: SearchRecord[] = [];
  // Inner records first, so that outer records do not repeat their text.
  for (const element of root.querySelectorAll('[data-record]').reverse()) {
    const kind = element.getAttribute('data-record') ?? '';
    const title = element.getAttribute('data-record-title') ?? page;
    const fragment = element.id === '' ? '' : `#${element.id}`;
    const parts = PARTS[kind];
    const record: SearchRecord = {
      url: path + fragment,
      kind,
      title,
      page,
      also: element.getAttribute('data-record-also') ?? '',
      text: '',
    };
    if (parts === undefined) records.push({ ...record, text: textOf(element) });
    else records.push(...sections(element, record, path, parts).reverse());
    if (fragment !== '') element.remove();
  }
  return records.reverse();
}

/** Splits a text at its headings: the record of the whole keeps what is above them, the others have the given kind. */
function sections(whole: HTMLElement, opening: SearchRecord, path: string, kind: string): SearchRecord[] {
  let current = opening;
  const records = [opening];
  const walk = (node: Node): void => {
    if (node.nodeType === NodeType.ELEMENT_NODE) {
      const element = node as HTMLElement;
      // Asked of headings alone, because it is slow.
      const id = !/^H[23]$/.test(element.tagName) ? '' : element.id || element.closest('[data-found]')?.id;
      if (id && element.closest('check-question') === null) {
        const title = collapseWhitespace(element.text);
        current = { url: `${path}#${id}`, kind, title, page: opening.page, also: '', text: '' };
        records.push(current);
        return;
      }
    }
    if (node.nodeType === NodeType.TEXT_NODE) current.text += node.text;
    else if (!isInline(node)) current.text += ' ';
    for (const child of node.childNodes) walk(child);
    if (!isInline(node)) current.text += ' ';
  };
  walk(whole);
  return records
    .map((record) => ({ ...record, text: collapseWhitespace(record.text) }))
    .filter(({ url, text }) => url === opening.url || text !== '');
}

/** Inline elements; all others separate words. */
const INLINE = /^(?:A|ABBR|B|CITE|CODE|DFN|EM|I|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U)$/;

const isInline = (node: Node): boolean =>
  node.nodeType !== NodeType.ELEMENT_NODE || INLINE.test((node as HTMLElement).tagName);

/** The text of an element, with a space at every block boundary. */
function textOf(element: HTMLElement): string {
  const read = (node: Node): string => {
    if (node.nodeType === NodeType.TEXT_NODE) return node.text;
    const inner = node.childNodes.map(read).join('');
    return isInline(node) ? inner : ` ${inner} `;
  };
  return collapseWhitespace(read(element));
}

const collapseWhitespace = (text: string): string => text.replace(/\s+/g, ' ').trim();
