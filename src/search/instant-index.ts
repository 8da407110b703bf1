import type { KINDS } from './kinds.ts';

type InstantKind = keyof typeof KINDS;

/** An entry of the small index, which answers at once. */
export interface InstantEntry {
  kind: InstantKind;
  title: string;
  /** Path and fragment, without the base path. */
  url: string;
  /** Definition, summary or caption. */
  text: string;
  /** Words that searchers use for it. */
  aliases: string[];
  /** The sides of a row: label and cell. */
  cells: [label: string, text: string][];
  /** Where a fact is from, and as of when. */
  note: string;
}

/**
 * The index as it is sent: columns of text instead of an array of objects, which compresses a tenth better. "|" separates
 * the items of a list, and line feeds separate lists; neither occurs in a text.
 */
export interface InstantIndex {
  /** The name of each concept, see `writeName`. */
  concepts: string;
  definitions: string;
  conceptAliases: string;
  /** For each lesson its name, then the names of its headings. */
  lessons: string;
  summaries: string;
  /** For each lesson its aliases. */
  lessonAliases: string;
  /** For each page its path, title and aliases. */
  pages: string;
}

/** Phrases that people type who need a page or a part of one. */
export interface AskedPhrases {
  url: string;
  phrases: string[];
}

/** The words of people who search, from search.yaml. */
export interface Vocabulary {
  asked: readonly AskedPhrases[];
  /** Groups of words that people use for the same. */
  synonyms: readonly string[];
}

/** The index that is loaded after the small one. */
export interface LaterIndex {
  /** A line for each entry: kind, address, title, text, note, cells and aliases. */
  entries: string;
  /** A line for each address with the phrases that people type who need it. */
  asked: string;
  /** A line for each group of words that people use for the same. */
  synonyms: string;
}

/** The words of the site's texts, for search by more than titles, first lines and aliases. */
export interface SiteTexts {
  /** Number of records of the full text. */
  records: number;
  /** Every word with two letters or more. */
  words: string;
  /** A line for the address of each page or section. */
  pages: string;
  /** A line for each stem: in which of the pages it is, see `writePlaces`. */
  places: string;
}

/** Letters of a place, from the 61st character on: a step to the next page, or a long step. */
const FIRST = 61;
const LONG_STEP = 60;

/** Ascending numbers as text: each as the step from the one before. */
export const writePlaces = (places: readonly number[]): string =>
  places
    .map((place, index) => {
      const step = place - (places[index - 1] ?? -1);
      return '~'.repeat(Math.floor(step / LONG_STEP)) + String.fromCharCode(FIRST + (step % LONG_STEP));
    })
    .join('');

/** Reads what `writePlaces` wrote. */
export function readPlaces(text: string): number[] {
  const places: number[] = [];
  let place = -1;
  for (const letter of text) {
    if (letter === '~') place += LONG_STEP;
    else places.push((place += letter.charCodeAt(0) - FIRST));
  }
  return places;
}

/** The id that a title has by default, without Unicode's rules: a phone takes long to load them. */
const usualId = (title: string): string =>
  title
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A name: "Title", or "Title#id" if the id is another than usual. */
export const writeName = (id: string, title: string): string =>
  usualId(title) === id ? title : `${title}#${id}`;

function readName(name: string): { id: string; title: string } {
  const at = name.lastIndexOf('#');
  return at < 0 ? { id: usualId(name), title: name } : { id: name.slice(at + 1), title: name.slice(0, at) };
}

/** Creates an entry. All entries share one object shape, which engines read several times faster. */
const entry = (
  kind: InstantKind,
  url: string,
  title: string,
  text = '',
  aliases: string[] = [],
  cells: InstantEntry['cells'] = [],
  note = '',
): InstantEntry => ({ kind, title, url, text, aliases, cells, note });

const itemsOf = (text = ''): string[] => (text === '' ? [] : text.split('|'));
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** Expands the index into searchable entries. */
export function readInstantIndex(index: InstantIndex): InstantEntry[] {
  const definitions = itemsOf(index.definitions);
  const conceptAliases = index.conceptAliases.split('\n');
  const concepts = itemsOf(index.concepts).map((name, at) => {
    const { id, title } = readName(name);
    return entry('concept', `/concepts/${id}/`, title, definitions[at], itemsOf(conceptAliases[at]));
  });

  const summaries = itemsOf(index.summaries);
  const lessonAliases = index.lessonAliases.split('\n');
  const lessons = linesOf(index.lessons).flatMap((line, at) => {
    const [name = '', ...headings] = itemsOf(line);
    const { id, title } = readName(name);
    const url = `/lessons/${id}/`;
    // Lessons are in order, so their numbers are not stored.
    const aliases = [`lesson ${at + 1}`, ...itemsOf(lessonAliases[at])];
    return [
      entry('lesson', url, title, summaries[at], aliases),
      ...headings
        .map(readName)
        .map((heading) =>
          entry('section', `${url}#${heading.id}`, heading.title, `In the lesson “${title}”`),
        ),
    ];
  });

  const pages = linesOf(index.pages).map((line) => {
    const [url = '', title = '', ...aliases] = itemsOf(line);
    return entry('page', url, title, '', aliases);
  });
  return [...concepts, ...lessons, ...pages];
}

/** The label of a side and its cell, which are separated by ": ". */
function readCell(side: string): [label: string, text: string] {
  const at = side.indexOf(': ');
  return [side.slice(0, at), side.slice(at + 2)];
}

/** Expands the entries of the later index. */
export const readLaterEntries = ({ entries }: LaterIndex): InstantEntry[] =>
  linesOf(entries).map((line) => {
    const [kind = '', url = '', title = '', text = '', note = '', sides = '', ...aliases] = line.split('|');
    const cells = sides === '' ? [] : sides.split('\t').map(readCell);
    // The text of a work begins with its authors and its year, as people cite it.
    if (kind === 'source') aliases.push(text.slice(0, text.indexOf('. ')));
    return entry(kind as InstantKind, url, title, text, aliases, cells, note);
  });

/** Expands the words of people who search. */
export const readVocabulary = ({ asked, synonyms }: LaterIndex): Vocabulary => ({
  asked: linesOf(asked).map((line) => {
    const [url = '', ...phrases] = line.split('|');
    return { url, phrases };
  }),
  synonyms: linesOf(synonyms),
});
