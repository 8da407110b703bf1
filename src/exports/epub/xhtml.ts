import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import { escapeXml } from '../../utils/xml.ts';

/** Elements that HTML knows without an end. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col']);

/** What the markup of a page says that a book needs too; the rest is for scripts and for the site's style sheets. */
const KEPT = new Set([
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
export const bookText = (text: string): string => escapeXml(text.replaceAll('\u2060', ''));

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

const attributesOf = (element: HTMLElement, inSvg: boolean): string =>
  Object.entries(element.attributes)
    .filter(([name]) => (inSvg ? !/^(?:on|data-|tabindex)/.test(name) : KEPT.has(name)))
    .map(([name, value]) => ` ${name}="${bookText(value)}"`)
    .join('');

/**
 * A parsed node as well-formed XHTML. Custom elements are left out and what is in them stays: without their scripts they
 * are boxes without a meaning.
 */
export function xhtmlOf(node: Node, inSvg = false): string {
  if (node.nodeType === NodeType.TEXT_NODE) return bookText(node.text);
  if (!isElement(node)) return '';
  const name = node.rawTagName.toLowerCase();
  const isSvg = inSvg || name === 'svg';
  const inner = (): string => node.childNodes.map((child) => xhtmlOf(child, isSvg)).join('');
  // The root of a parsed text has no name.
  if (name === '' || (name.includes('-') && !inSvg)) return inner();
  const space = name === 'svg' && !inSvg ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const open = `<${name}${space}${attributesOf(node, isSvg)}`;
  if (VOID.has(name)) return `${open}/>`;
  const content = inner();
  return content === '' && isSvg ? `${open}/>` : `${open}>${content}</${name}>`;
}
