import { SEARCH_EXAMPLES, SUBJECT } from '../../site.ts';
import { copyText } from '../../utils/clipboard.ts';
import { button, h } from '../../utils/elements.ts';
import { href } from '../../utils/url.ts';
import type { TextRecord } from '../full-text.ts';
import type { InstantEntry } from '../instant-index.ts';
import type { InstantResult } from '../instant-search.ts';
import type { InstantHit } from '../ranking.ts';
import { kindOf } from '../kinds.ts';
import { EXCERPT_LENGTH, excerptOf, instantGroups, textGroup, type ResultGroup } from '../results.ts';
import { normalizeAll, stem, termsOf } from '../terms.ts';
import { LANDING_KEY } from './highlight-landing.ts';

/** Whether the window is as narrow as a phone, where a keyboard leaves room for few lines; as in search.css. */
export const isNarrow = (): boolean => matchMedia('(max-width: 40rem)').matches;

/** Marks the search terms in a text; as nodes, so that text is never parsed as HTML. */
function marked(text: string, terms: readonly string[]): (Node | string)[] {
  const isSought = (word: string): boolean => {
    const near = terms.filter((term) => term[0] === word[0]);
    if (near.length === 0) return false;
    const root = stem(word);
    return near.some((term) => root === term || (term.length > 3 && root.startsWith(term)));
  };
  // Words have odd indexes, separators even ones. Unicode's classes of letters take a phone long to load.
  const parts = text.split(/([^\s!-&(-/:-@[-`{-~“”‘–—…]+)/);
  const words = normalizeAll(parts.filter((_, at) => at % 2 === 1));
  const nodes: (Node | string)[] = [];
  let plain = '';
  parts.forEach((part, at) => {
    if (at % 2 === 0 || !isSought(words[(at - 1) / 2] ?? '')) plain += part;
    else {
      nodes.push(plain, h('mark', {}, part));
      plain = '';
    }
  });
  return [...nodes, plain];
}

/** An excerpt of about two lines. */
const shortExcerpt = (text: string, terms: readonly string[], had: readonly string[] = []): string =>
  excerptOf(text, terms, had, isNarrow() ? EXCERPT_LENGTH / 2 : EXCERPT_LENGTH);

/** The sides of a row as a text. */
const textOf = ({ text, cells }: InstantEntry): string =>
  cells.length > 0 ? cells.map(([label, cell]) => `${label}: ${cell}`).join(' ') : text;

/** "Also called “boss”." or "About “i am shy”.", where the query says a name that neither the title nor the text has. */
function alsoCalled({ entry, why }: InstantHit): string {
  const shown = new Set(termsOf(`${entry.title} ${textOf(entry)}`));
  if (why.matches.some(({ term }) => shown.has(term))) return '';
  const found = why.matches.find(({ name }) => name !== undefined);
  if (found?.name === undefined) return '';
  return `${found.place === 'asked' ? 'About' : 'Also called'} “${found.name}”. `;
}

/** A result of the instant tier: a definition, a row, a fact with its source. */
function instantItem(hit: InstantHit, terms: readonly string[]): HTMLLIElement {
  const { entry } = hit;
  const text = alsoCalled(hit) + shortExcerpt(textOf(entry), terms);
  return item(entry, terms, entry.note === '' ? text : `${text} ${entry.note}`);
}

/** A result of the full text, which names its page where that is another. */
function textItem(
  { url, kind, title, page }: TextRecord,
  terms: readonly string[],
  excerpt: string,
): HTMLLIElement {
  return item({ url, kind, title: title === page ? title : `${title} · ${page}` }, terms, excerpt);
}

/** An answer: a definition, the sides of a row, or a fact with its source. */
function answerItem(hit: InstantHit, terms: readonly string[]): HTMLLIElement {
  const { entry } = hit;
  const { cells, text, note } = entry;
  const answer = item(entry, terms, cells.length > 0 ? '' : alsoCalled(hit) + text);
  answer.classList.add('answer');
  if (cells.length > 0)
    answer.append(h('dl', {}, ...cells.flatMap(([label, cell]) => [h('dt', {}, label), h('dd', {}, cell)])));
  if (note !== '') answer.append(h('p', { class: 'note' }, note));
  return answer;
}

/**
 * Gives a result that the instant tier found by its heading or its page the words that were found in it. The text keeps
 * its height, so that nothing below it moves: where the words need more lines, a shorter excerpt is tried, then none.
 */
function fillExcerpt(result: Element, { text }: TextRecord, terms: readonly string[]): void {
  const paragraph = result.querySelector('p');
  const label = paragraph?.querySelector('.eyebrow');
  if (result.matches('.answer') || paragraph === null || label === null || label === undefined) return;
  if (termsOf(paragraph.textContent).some((term) => terms.includes(term))) return;
  const before = [...paragraph.childNodes];
  const { height } = paragraph.getBoundingClientRect();
  paragraph.style.minHeight = `${height}px`;
  for (const excerpt of [shortExcerpt(text, terms), excerptOf(text, terms, [], EXCERPT_LENGTH / 3)]) {
    paragraph.replaceChildren(label, ' ', ...marked(excerpt, terms));
    // A list that is not shown yet has no height to keep.
    if (height === 0 || paragraph.getBoundingClientRect().height <= height) return;
  }
  paragraph.replaceChildren(...before);
}

/** A result: its link, its kind, a text, and a button that copies its address, which the arrow keys reach. */
function item(
  { url, kind, title }: Pick<InstantEntry, 'url' | 'title'> & { kind: string },
  terms: readonly string[],
  text: string,
): HTMLLIElement {
  const link = h('a', { href: href(url) }, ...marked(title, terms));
  link.addEventListener('click', () => {
    try {
      sessionStorage.setItem(LANDING_KEY, [link.pathname, ...terms].join(' '));
    } catch {
      // Storage is blocked: the link works, without highlights.
    }
  });
  const copy = button('Copy link', () => void copyText(link.href, 'the link'), {
    tabIndex: -1,
    'aria-label': `Copy link to ${title}`,
  });
  const label = h('span', { class: 'eyebrow' }, kindOf(kind)?.label ?? '');
  return h(
    'li',
    { class: 'search-result' },
    h('div', { class: 'search-heading' }, h('h3', {}, link), copy),
    h('p', {}, label, ' ', ...marked(text, terms)),
  );
}

/** The results of a query under headings. Results are only appended, so that nothing shifts. */
export class ResultList {
  readonly nodes: Node[] = [];
  readonly #shown = new Map<string, HTMLLIElement>();
  readonly #lists = new Map<string | undefined, HTMLOListElement>();
  #terms: readonly string[] = [];

  /**
   * Adds the best results of the instant tier, or the first alone before all of it has come.
   * @param instant undefined when the instant index could not be loaded
   * @param kind of results to show; empty for all
   */
  addBest(instant: InstantResult | undefined, kind: string): void {
    for (const { results } of instantGroups(instant, kind).slice(0, 1))
      this.#addInstant(instant, { results: instant?.whole ? results : results.slice(0, 1) });
  }

  /** Adds the other results of the whole instant tier, so that they do not depend on when its files came. */
  addRest(instant: InstantResult | undefined, kind: string): void {
    for (const group of instantGroups(instant, kind)) this.#addInstant(instant, group);
  }

  #addInstant(instant: InstantResult | undefined, group: ResultGroup<InstantHit>): void {
    this.#terms = instant?.query.terms ?? [];
    this.#add(
      group,
      ({ entry }) => entry.url,
      (hit) => (hit === instant?.answer ? answerItem(hit, this.#terms) : instantItem(hit, this.#terms)),
    );
  }

  /** Number of results shown. */
  get size(): number {
    return this.#shown.size;
  }

  /** Adds the results of the full text that are not shown, and gives the others its words. */
  addFullText(found: readonly TextRecord[]): void {
    const had: string[] = [];
    for (const group of textGroup(new Set(this.#shown.keys()), found))
      this.#add(
        group,
        ({ url }) => url,
        (record) => {
          const excerpt = shortExcerpt(record.text, this.#terms, had);
          had.push(excerpt);
          return textItem(record, this.#terms, excerpt);
        },
      );
    for (const record of found) {
      const result = this.#shown.get(record.url);
      if (result !== undefined) fillExcerpt(result, record, this.#terms);
    }
  }

  /** Adds the results of a group that are not shown, below those of the same group. */
  #add<Result>(
    { title, results }: ResultGroup<Result>,
    urlOf: (result: Result) => string,
    make: (result: Result) => HTMLLIElement,
  ): void {
    for (const result of results) {
      const url = urlOf(result);
      if (this.#shown.has(url)) continue;
      let list = this.#lists.get(title);
      if (list === undefined) {
        this.#lists.set(title, (list = h('ol')));
        this.nodes.push(
          h('h2', { class: title === undefined ? 'sr-only' : '' }, title ?? 'Best matches'),
          list,
        );
      }
      const made = make(result);
      this.#shown.set(url, made);
      list.append(made);
    }
  }
}

const searchLink = (words: string): HTMLAnchorElement =>
  h('a', { href: href(`/search/?${new URLSearchParams({ q: words }).toString()}`) }, words);

/** What to try without those words of a query that no page has, or by example. */
function hint(instant: InstantResult | undefined): (Node | string)[] {
  const known = (instant?.query.words ?? []).filter((word) => instant?.unknown.includes(word) === false);
  if (instant !== undefined && instant.unknown.length > 0 && known.length > 0)
    return ['Try ', searchLink(known.join(' ')), ' alone'];
  const examples = SEARCH_EXAMPLES.flatMap((words, index) => [index === 0 ? '' : ' or ', searchLink(words)]);
  return instant !== undefined && known.length === 0
    ? [`This course is about ${SUBJECT}. Try `, ...examples]
    : ['Try fewer or shorter words, such as ', ...examples];
}

/**
 * Suggestions for searches without results or without the full text, that fit the query.
 * @param onEverything searches without the filter, where one is chosen
 */
export function helpItem(
  instant: InstantResult | undefined,
  onEverything: (() => void) | undefined,
): HTMLParagraphElement {
  return h(
    'p',
    {},
    ...(onEverything === undefined ? [] : [button('Search everything', onEverything), ' ']),
    ...hint(instant),
    ', or browse ',
    h('a', { href: href('/concepts/') }, 'all concepts, A to Z'),
    '.',
  );
}
