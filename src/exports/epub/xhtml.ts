import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import { fragment, inlineElement, type Markup } from '../../utils/xml.ts';

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
