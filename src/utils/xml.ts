import { escapeHtml } from './escape.ts';

/** A text that is markup, so it is not escaped. */
export class Markup {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template of `xml` takes: markup, text to escape, several of these, or nothing. */
export type Content = Markup | string | undefined | readonly Content[];

/** Characters that no XML document may contain, even escaped: most control characters, and lone surrogates. */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

// A parser turns a bare carriage return into a line break, and white space in an attribute into spaces.
const escapeXml = (value: string): string =>
  escapeHtml(value.replace(IMPOSSIBLE, '')).replaceAll('\r', '&#13;');
const attributeText = (value: string): string =>
  escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

function write(content: Content, escape: (text: string) => string): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escape(content);
  return content instanceof Markup
    ? content.markup
    : content.map((each: Content) => write(each, escape)).join('');
}

/** XML as it reads. Text in it is escaped, and the indentation of the code is left out. */
export function xml(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let markup = '';
  for (const [index, part] of parts.entries()) {
    markup += part.replace(/\n\s*/g, '\n');
    const isInTag = markup.lastIndexOf('<') > markup.lastIndexOf('>');
    markup += write(contents[index], isInTag ? attributeText : escapeXml);
  }
  return new Markup(markup);
}

/** Attributes for a tag, each after a space; those that are undefined are left out. */
export const attributes = (values: Readonly<Record<string, string | undefined>>): Markup[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : new Markup(` ${name}="${attributeText(value)}"`),
  );

/** A comment. Two hyphens would end it, so they are replaced by one. */
export const comment = (text: string): Markup =>
  new Markup(`<!-- ${text.replace(IMPOSSIBLE, '').replace(/--+/g, '-').replace(/-$/, '')} -->`);

/** A complete document of its comments or document type, and its root. */
export const xmlDocument = ({ markup }: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
