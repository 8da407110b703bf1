import type { Chapter } from './book.ts';
import { capitalized } from '../../utils/number-words.ts';
import { bookText } from './xhtml.ts';
import { LICENSE, SIDES } from '../../site.ts';

/** What the first page of a book says. */
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

/** How to tell the sides apart, as an item of a list; empty for a course without sides. */
function sidesLine(): string {
  const [left, right] = SIDES;
  return left === undefined || right === undefined
    ? ''
    : `<li>${bookText(`${capitalized(left.hue)} and ${left.line} lines mean ${left.label.toLowerCase()}, ${right.hue} and ${right.line} lines mean ${right.label.toLowerCase()}, also where no color shows.`)}</li>`;
}

/** The first page: what the book is, its edition and license, and how it differs from the site. */
export const titlePage = ({ title, subtitle, creator, edition, date, site }: TitlePage): Chapter => ({
  file: 'title-page.xhtml',
  title,
  label: 'Title page',
  type: 'titlepage',
  body: `<h1 id="title">${bookText(title)}</h1><p class="lede">${bookText(subtitle)}</p><p>${[
    ...(edition === undefined ? [] : [`Edition ${bookText(edition)}`]),
    `Text of ${bookText(date)}`,
  ].join(
    '. ',
  )}.</p><p>By ${bookText(creator)}, <a href="${bookText(site)}">${bookText(site)}</a>. Under <a href="${LICENSE.url}">${LICENSE.name}</a>: share and adapt with credit.</p><h2 id="how-to-read">How to read this book</h2><ul><li>Answer the questions at the end of a lesson from memory. Then follow “Answer and feedback”; it leads to the end of the chapter, and from there back.</li><li>A dotted term leads to its definition in the glossary.</li><li>“Source” and “disputed” lead to where a fact comes from.</li>${sidesLine()}<li>The practice tools, reviews and the tables that you can work with are on the site.</li></ul>`,
  sections: [],
  figures: [],
  tables: [],
  svg: false,
});
