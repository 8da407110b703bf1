/** A text of the content in Markdown: what would be a mark is escaped, and it stays on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]|~(?=~)/g, '\\$&');

/** A link. */
export const link = (text: string, address: string): string => `[${plain(text)}](${address})`;

/** A block as a quotation. */
export const quote = (block: string): string =>
  block
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** Blocks, one after the other, without those that are empty. */
export const blocks = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');

/** Items as a list. */
export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Makes the links within the site whole addresses; those to a fragment belong to the page. */
export const wholeLinks = (markdown: string, page: string, absolute: (path: string) => string): string =>
  markdown.replace(
    /\]\(([/#][^)\s]*)\)/g,
    (_, to: string) => `](${absolute(to.startsWith('#') ? `${page}${to}` : to)})`,
  );
