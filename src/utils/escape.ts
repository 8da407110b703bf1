/** Escapes text for HTML and SVG, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Escapes typed text for Markdown, on one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#!|~&$=]/g, '\\$&')
    // A number at the front would start a list.
    .replace(/^(\d+)\./, '$1\\.');
