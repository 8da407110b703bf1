/** "optional" gives up on a font that comes late; on paper every font is waited for. */
export const sheetForPaper = (css: string): string =>
  css.replaceAll('font-display:optional', 'font-display:block');

/** A PDF keeps the name of a figure and no description, so the name takes in what the drawing shows. */
const describeFigures = (html: string): string =>
  html.replace(/(<figure [^>]*aria-labelledby=")([^"]+)-title"/g, '$1$2-title $2-alt"');

/** The frame keeps every space of a heading, so that a bookmark has one where its line was broken. */
const plainSpaces = (html: string): string =>
  html.replace(
    /(<(h[1-6])\b[^>]*>)(.*?)(<\/\2>)/gs,
    (_, start: string, _name, text: string, end: string) => start + text.trim().replace(/\s+/g, ' ') + end,
  );

/** A built page as it is printed, with one more style sheet. */
export const pageForPaper = (html: string, sheet: string): string =>
  plainSpaces(describeFigures(html)).replace('</head>', () => `<style>${sheet}</style></head>`);
