import { element, HTML_DOCTYPE, inlineElement, xmlDocument, type Content } from '../../utils/xml.ts';
import { BOOK_FILES, type Book, type Chapter } from './book.ts';
import { bookText } from './xhtml.ts';

/** One XHTML file of a book. */
export const xhtmlDocument = (title: string, language: string, ...body: readonly Content[]): string =>
  xmlDocument(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: language,
        'xml:lang': language,
      },
      element(
        'head',
        {},
        element('meta', { charset: 'UTF-8' }),
        element('title', {}, bookText(title)),
        element('link', { rel: 'stylesheet', type: 'text/css', href: BOOK_FILES.sheet }),
      ),
      element('body', {}, ...body),
    ),
    HTML_DOCTYPE,
  );

/** A chapter as a file. Its heading has the id "title". */
export const chapterDocument = ({ title, type, role, body }: Chapter, { language }: Book): string =>
  xhtmlDocument(
    title,
    language,
    element(
      'main',
      {},
      inlineElement('section', { 'epub:type': type, role, 'aria-labelledby': 'title' }, body),
    ),
  );

/** The cover as a page. */
export const coverDocument = ({ title, language }: Book): string =>
  xhtmlDocument(
    title,
    language,
    element(
      'main',
      { 'epub:type': 'cover' },
      element('h1', { class: 'unseen' }, bookText(title)),
      inlineElement(
        'p',
        { class: 'cover' },
        element('img', {
          src: BOOK_FILES.cover,
          alt: bookText(`Cover of “${title}”: a house, half a drawing and half built`),
        }),
      ),
    ),
  );
