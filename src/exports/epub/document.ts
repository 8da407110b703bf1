import { BOOK_FILES, type Book, type Chapter } from './book.ts';
import { bookText } from './xhtml.ts';

/** One XHTML file of a book. */
export const xhtmlDocument = (title: string, language: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><meta charset="UTF-8"/><title>${bookText(title)}</title><link rel="stylesheet" type="text/css" href="${BOOK_FILES.sheet}"/></head>
<body>${body}</body>
</html>
`;

/** A chapter as a file. Its heading has the id "title". */
export function chapterDocument({ title, type, role, body }: Chapter, { language }: Book): string {
  const roles = role === undefined ? '' : ` role="${role}"`;
  return xhtmlDocument(
    title,
    language,
    `<main><section epub:type="${type}"${roles} aria-labelledby="title">${body}</section></main>`,
  );
}

/** The cover as a page. */
export const coverDocument = ({ title, language }: Book): string =>
  xhtmlDocument(
    title,
    language,
    `<main epub:type="cover"><h1 class="unseen">${bookText(title)}</h1><p class="cover"><img src="${BOOK_FILES.cover}" alt="${bookText(`Cover of “${title}”: a house, half a drawing and half built`)}"/></p></main>`,
  );
