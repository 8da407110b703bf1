import { escapeHtml } from './escape.ts';

/** A text that is markup, so it is not escaped. */
export class Markup {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** A child of an element: markup, or text to escape. */
export type Content = Markup | string | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;
/** Characters that no XML document may contain, even escaped: most control characters, and lone surrogates. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

// A parser turns a bare carriage return into a line break, and white space in an attribute into spaces.
const escapeXml = (value: string): string =>
  escapeHtml(value.replace(IMPOSSIBLE, '')).replaceAll('\r', '&#13;');
const attributeText = (value: string): string =>
  escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const isPresent = (child: Content): child is Markup | string => child !== undefined;

const write = (name: string, attributes: Attributes, content: readonly string[], between: string): Markup => {
  const start = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${attributeText(value)}"`))
    .join('');
  if (content.length === 0) return new Markup(`<${name}${start}/>`);
  return new Markup(`<${name}${start}>${between}${content.join(between)}${between}</${name}>`);
};

const asMarkup = (child: Markup | string): string =>
  typeof child === 'string' ? escapeXml(child) : child.markup;

/** An XML element: its attributes, if any, then its children on lines of their own. Omits what is undefined. */
export function element(name: string, first?: Attributes | Content, ...others: readonly Content[]): Markup {
  const hasAttributes = typeof first === 'object' && !(first instanceof Markup);
  const content = (hasAttributes ? others : [first, ...others]).filter(isPresent);
  // Next to text, a line break would become part of the text.
  const between = content.every((child) => typeof child !== 'string') ? '\n' : '';
  return write(name, hasAttributes ? first : {}, content.map(asMarkup), between);
}

/** An XML element without added white space. */
export const inlineElement = (
  name: string,
  attributes: Attributes,
  ...children: readonly Content[]
): Markup => write(name, attributes, children.filter(isPresent).map(asMarkup), '');

/** Text and elements in a row, without an element around them. */
export const fragment = (...children: readonly (Markup | string)[]): Markup =>
  new Markup(children.map(asMarkup).join(''));

/** A comment. Two hyphens would end it, so they are replaced by one. */
export const comment = (text: string): Markup =>
  new Markup(`<!-- ${text.replace(IMPOSSIBLE, '').replace(/--+/g, '-').replace(/-$/, '')} -->`);

/** Document type of XHTML. */
export const HTML_DOCTYPE = new Markup('<!DOCTYPE html>');

/** A complete document; the prolog is comments or a document type. */
export const xmlDocument = (root: Markup, ...prolog: readonly Markup[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', ...[...prolog, root].map(({ markup }) => markup), ''].join('\n');
