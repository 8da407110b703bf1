import { element, fragment, type Markup } from '../../utils/xml.ts';
import type { Chapter } from './book.ts';
import { capitalized } from '../../utils/number-words.ts';
import { bookText } from './xhtml.ts';
import { LICENSE, SIDES } from '../../site.ts';

/** The data of a book's title page. */
export interface TitlePage {
  title: string;
  subtitle: string;
  creator: string;
  edition: string | undefined;
  /** "November 23, 2026" */
  date: string;
  /** Address of the site. */
  site: string;
}

/** How to tell the sides apart; nothing for a course without sides. */
function sidesLine(): string[] {
  const [left, right] = SIDES;
  return left === undefined || right === undefined
    ? []
    : [
        `${capitalized(left.hue)} and ${left.line} lines mean ${left.noun}, ${right.hue} and ${right.line} lines mean ${right.noun}, also where no color shows.`,
      ];
}

const howToRead = (): string[] => [
  'Answer the questions at the end of a lesson from memory. Then follow “Answer and feedback”; it leads to the end of the chapter, and from there back.',
  'A dotted term leads to its definition in the glossary.',
  '“Source” and “disputed” lead to where a fact comes from.',
  ...sidesLine(),
  'The practice tools, reviews and the tables that you can work with are on the site.',
];

const link = (href: string, text: string): Markup => element('a', { href }, text);

/** The title page: title, edition, license, and differences from the site. */
export const titlePage = ({ title, subtitle, creator, edition, date, site }: TitlePage): Chapter => ({
  file: 'title-page.xhtml',
  title,
  label: 'Title page',
  type: 'titlepage',
  body: fragment(
    element('h1', { id: 'title' }, bookText(title)),
    element('p', { class: 'lede' }, bookText(subtitle)),
    element(
      'p',
      {},
      `${edition === undefined ? '' : `Edition ${bookText(edition)}. `}Text of ${bookText(date)}.`,
    ),
    element(
      'p',
      {},
      `By ${bookText(creator)}, `,
      link(site, site),
      '. Under ',
      link(LICENSE.url, LICENSE.name),
      ': share and adapt with credit.',
    ),
    element('h2', { id: 'how-to-read' }, 'How to read this book'),
    element('ul', {}, ...howToRead().map((text) => element('li', {}, text))),
  ),
  sections: [],
  figures: [],
  tables: [],
  svg: false,
});
