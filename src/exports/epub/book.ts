import type { Markup } from '../../utils/xml.ts';

/** A place in a chapter that a list of contents names. */
export interface Place {
  id: string;
  label: string;
}

/** A chapter of a book, ready to be written. */
export interface Chapter {
  /** Name of its file: "lesson-momentum.xhtml". */
  file: string;
  title: string;
  /** How the list of contents names it: "4. How leading and managing differ". */
  label: string;
  /** Its role as EPUB names it, and as assistive technology does: "chapter", "doc-chapter". */
  type: string;
  role?: string;
  /** Content of its body as XHTML. */
  body: Markup;
  sections: Place[];
  figures: Place[];
  tables: Place[];
  /** It has drawings in it, which the package says of each file. */
  svg: boolean;
}

/** A book and what is said about it. */
export interface Book {
  /** Unique and lasting: its address. */
  id: string;
  title: string;
  creator: string;
  description: string;
  language: string;
  /** Names of what it is about. */
  subjects: readonly string[];
  edition: string | undefined;
  license: string;
  updated: Date;
  chapters: readonly Chapter[];
  /** What a person who reads with aids must know. */
  accessibility: Accessibility;
}

/** What is true of a book for people who read with aids, in the words of https://www.w3.org/community/reports/a11y-discov-vocab/. */
export interface Accessibility {
  modes: readonly string[];
  /** Each a set of modes that is enough to read all of it. */
  sufficient: readonly string[];
  features: readonly string[];
  hazards: readonly string[];
  summary: string;
}

/** Other files of a book: its style sheet, its cover, its face. */
export const BOOK_FILES = { sheet: 'book.css', cover: 'cover.png', face: 'display.woff2' } as const;
