import { SITE_NAME } from '../../site.ts';

/** A text as a CSS string. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * Style sheet for the margins of printed pages: the running title from the second page on, the site, its address, and
 * the page number.
 */
export const pageMargins = (title: string, address: string): string => `
@page {
  size: A4;
  margin: 17mm 18mm 19mm;
  font: 8pt 'Blueprint Display';
  color: #495563;
  @top-left { content: ${quoted(title)}; vertical-align: bottom; padding-bottom: 4mm; }
  @top-right { content: ${quoted(SITE_NAME)}; vertical-align: bottom; padding-bottom: 4mm; }
  @bottom-left { content: ${quoted(address)}; vertical-align: top; padding-top: 5mm; }
  @bottom-right { content: counter(page) ' / ' counter(pages); vertical-align: top; padding-top: 5mm; }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
/* Keeps the space at a line break, for the bookmarks. */
:is(h1, h2, h3, h4) {
  white-space: pre-wrap;
}
/* Links work in a PDF, so addresses need not be printed. */
.prose a[href^='/']::after {
  content: none !important;
}`;

/** Makes the browser wait for every font: with "optional" it skips late ones. */
export const printSheet = (css: string): string =>
  css.replaceAll('font-display:optional', 'font-display:block');

/** Adds the description of a figure to its name, because a PDF stores no descriptions. */
const describeFigures = (html: string): string =>
  html.replace(/(<figure [^>]*aria-labelledby=")([^"]+)-title"/g, '$1$2-title $2-alt"');

/** Collapses white space in headings: the margins' style sheet preserves it, for the bookmarks. */
const plainSpaces = (html: string): string =>
  html.replace(
    /(<(h[1-6])\b[^>]*>)(.*?)(<\/\2>)/gs,
    (_, start: string, _name, text: string, end: string) => start + text.trim().replace(/\s+/g, ' ') + end,
  );

/** Makes text of the buttons in sentences, because a PDF would have them as fields of a form. */
const plainButtons = (html: string): string =>
  html.replace(
    /<button class="receipt"[^>]* data-ours[^>]*>(.*?)<\/button>/gs,
    '<span class="receipt" data-ours>$1</span>',
  );

/** A built page prepared for printing, with one more style sheet. */
export const printPage = (html: string, sheet: string): string =>
  plainSpaces(plainButtons(describeFigures(html))).replace('</head>', () => `<style>${sheet}</style></head>`);
