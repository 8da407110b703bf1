import { SITE_NAME } from '../../site.ts';

/** A text as a string of CSS. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * What stands around the text on every sheet of paper, as a style sheet: the running title from the second page on,
 * the site, and the number of the page.
 */
export const pageFrame = (title: string, place: string): string => `
@page {
  size: A4;
  margin: 17mm 18mm 19mm;
  font: 8pt 'Blueprint Display';
  color: #495563;
  @top-left { content: ${quoted(title)}; vertical-align: bottom; padding-bottom: 4mm; }
  @top-right { content: ${quoted(SITE_NAME)}; vertical-align: bottom; padding-bottom: 4mm; }
  @bottom-left { content: ${quoted(place)}; vertical-align: top; padding-top: 5mm; }
  @bottom-right { content: counter(page) ' / ' counter(pages); vertical-align: top; padding-top: 5mm; }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
/* A space that ends a line stays, for the bookmarks. */
:is(h1, h2, h3, h4) {
  white-space: pre-wrap;
}
/* Links are live: no address need be written out to be followed. */
.prose a[href^='/']::after {
  content: none !important;
}`;
