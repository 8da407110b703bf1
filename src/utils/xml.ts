import { escapeHtml } from './escape.ts';

/** Text that is markup already. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in an element: markup, or text, which is escaped. */
export type Content = Markup | string | undefined;

/** What no XML document can hold, not even escaped: most control characters, and halves of surrogate pairs. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand in any XML. */
// A reader turns a bare carriage return into a line break, and white space in an attribute into spaces.
export const escapeXml = (value: string): string =>
  escapeHtml(value.replace(IMPOSSIBLE, '')).replaceAll('\r', '&#13;');
const attributeText = (value: string): string =>
  escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** An XML element. Attributes and children that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Content[]
): Markup {
  const start = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${attributeText(value)}"`))
    .join('');
  const content = children.filter((child) => child !== undefined);
  // Elements stand on lines of their own; beside text a line break would be text too.
  const lines = content.length > 0 && content.every((child) => typeof child !== 'string');
  const inner = content.map((child) => (typeof child === 'string' ? escapeXml(child) : child.markup));
  if (inner.length === 0) return { markup: `<${name}${start}/>` };
  return { markup: `<${name}${start}>${lines ? `\n${inner.join('\n')}\n` : inner.join('')}</${name}>` };
}

/** A whole document, with a comment at its head. */
export const xmlDocument = (root: Markup, comment?: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // Two hyphens would end the comment.
    ...(comment === undefined
      ? []
      : [`<!-- ${comment.replace(IMPOSSIBLE, '').replace(/--+/g, '-').replace(/-$/, '')} -->`]),
    root.markup,
    '',
  ].join('\n');
