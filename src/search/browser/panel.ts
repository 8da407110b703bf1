import type { InstantResult } from '../instant-search.ts';
import { MAX_QUERY } from '../terms.ts';
import { button, h } from '../../utils/elements.ts';
import { addSheet } from '../../utils/styles.ts';
import type { SearchBox } from './box.ts';
import { FILTERS } from '../kinds.ts';
import { helpItem, isNarrow, ResultList } from './result-list.ts';
import { instantSearch, learnLater, learnWords, searchText } from './tiers.ts';
import sheet from './search.css?url';

/** A query, shortened for messages. */
function shortened(query: string): string {
  const most = isNarrow() ? 24 : 60;
  return query.length > most ? `${query.slice(0, most)}…` : query;
}

const cutMessage = (query: string): string =>
  query.length > MAX_QUERY ? ` Searched by its first ${MAX_QUERY} characters.` : '';

/** "No page has “bitcoin”.", where pages have other words of the query. */
const unknownMessage = (instant: InstantResult | undefined): string =>
  instant === undefined ||
  instant.unknown.length === 0 ||
  instant.unknown.length === instant.query.words.length
    ? ''
    : ` No page has ${new Intl.ListFormat('en', { type: 'disjunction' }).format(instant.unknown.slice(0, 5).map((word) => `“${word}”`))}.`;

/** "3 results for “risk”.", with any correction, the words that no page has, and further notes. */
function countMessage(
  query: string,
  instant: InstantResult | undefined,
  count: number,
  more: string,
): string {
  const corrected = instant?.corrected;
  const prefix = corrected === undefined ? '' : `Did you mean “${corrected}”? Showing `;
  const results = count === 1 ? '1 result' : `${count} results`;
  return `${prefix}${results} for “${shortened(corrected ?? query)}”.${unknownMessage(instant)}${cutMessage(query)}${more}`;
}

/** Resolves after a time. */
const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Searches the instant index; undefined if it cannot be loaded. The first uncertain result waits for the later index,
 * and is then checked against the site's words.
 * @param wait the most milliseconds to wait for all files in any case
 */
async function instantResult(
  query: string,
  asTyped: boolean,
  wait: number,
): Promise<InstantResult | undefined> {
  try {
    const engine = await instantSearch();
    if (wait > 0) await Promise.race([learnWords(engine), pause(wait)]);
    for (const learn of [learnLater, learnWords]) {
      const result = engine.search(query, asTyped);
      if (result.corrected === undefined && result.confident) return result;
      await learn(engine);
    }
    return engine.search(query, asTyped);
  } catch {
    return undefined;
  }
}

/** Milliseconds to wait for all files of the instant tier, longer than any may take. */
const ALL = 15_000;

/** Milliseconds after which a search says that it is under way. */
const LONG = 500;

/** Milliseconds of rest after which typing has paused, so that the full text is not searched for each letter. */
const REST = 250;

/**
 * The search box with its results, in the dialog and on the search page. Hits of the small index appear with each key;
 * when typing rests, results of the full text follow below them, and the number of results is announced.
 */
export class SearchPanel {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #status = h('p', { role: 'status' });
  readonly #results = h('div', { class: 'search-results' });
  readonly #onQuery: (query: string, kind: string) => void;
  readonly #filter = h('select', {}, ...FILTERS.map(([value, label]) => h('option', { value }, label)));
  #run = 0;
  /** Resolves when results of what was typed last are shown. */
  #shown: Promise<void> = Promise.resolve();
  /** The query to search without correction. */
  #asTyped: string | undefined;

  /**
   * @param box the search box
   * @param onQuery called with each query, for the address
   */
  constructor(
    { element, input }: SearchBox,
    onQuery: (query: string, kind: string) => void = () => undefined,
  ) {
    this.element = element;
    this.input = input;
    this.#onQuery = onQuery;
    this.#filter.addEventListener('change', () => {
      void this.search(this.input.value);
    });
    element.append(
      h('label', { class: 'search-filter' }, 'Show ', this.#filter),
      this.#status,
      this.#results,
    );
    input.addEventListener('input', () => void this.search(input.value));
    element.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  /** Resolves when the style sheet of the panel has loaded. */
  readonly styled = addSheet(sheet);

  /** Chooses the filter of a kind; one that there is not stays as it was. */
  choose(kind: string): void {
    if (FILTERS.some(([value]) => value === kind)) this.#filter.value = kind;
  }

  /**
   * Searches and shows results. A later call stops an earlier one.
   * @param wait the most milliseconds to wait for the whole index before the first result
   */
  async search(text: string, wait = 0): Promise<void> {
    let onShown = (): void => undefined;
    this.#shown = new Promise((resolve) => {
      onShown = resolve;
    });
    await this.#search(text, wait, onShown).finally(onShown);
  }

  async #search(text: string, wait: number, onShown: () => void): Promise<void> {
    const run = (this.#run += 1);
    const isStale = (): boolean => run !== this.#run;
    this.#status.textContent = '';
    if (text.trim() === '') {
      this.#onQuery(text, this.#filter.value);
      this.#results.replaceChildren();
      return;
    }
    // A search that takes long says so, where nothing else is there to see.
    setTimeout(() => {
      if (!isStale() && this.#results.childNodes.length === 0) this.#status.textContent = 'Searching …';
    }, LONG);
    const asTyped = text === this.#asTyped;
    const kind = this.#filter.value;
    const first = await instantResult(text, asTyped, wait);
    if (isStale()) return;
    const list = new ResultList();
    list.addBest(first, kind);
    const before = first?.corrected === undefined ? [] : [this.#asTypedButton(text)];
    let shown = 0;
    const show = (): void => {
      // Without a guess, what is there stays until the full text has answered.
      if (list.size === 0) return;
      if (shown === 0) this.#results.replaceChildren(...before);
      this.#results.append(...list.nodes.slice(shown));
      shown = list.nodes.length;
      onShown();
    };
    show();

    await pause(REST);
    if (isStale()) return;
    this.#onQuery(text, kind);
    const instant = first && (await instantResult(text, asTyped, ALL));
    if (isStale()) return;
    list.addRest(instant, kind);
    show();
    const found = await searchText(instant, text, kind).catch(() => undefined);
    if (isStale()) return;
    list.addFullText(found ?? []);
    show();
    if (list.size === 0) this.#results.replaceChildren();
    const failed = found === undefined;
    const trouble = failed ? ' The full text could not be searched; the concept index lists everything.' : '';
    this.#status.textContent =
      list.size > 0
        ? countMessage(text, instant, list.size, trouble)
        : instant === undefined && failed
          ? 'Search could not be loaded. Check the connection and try again; the concept index lists everything.'
          : `Nothing found for “${shortened(text)}”.${unknownMessage(instant)}${cutMessage(text)}${trouble}`;
    if (list.size > 0 && !failed) return;
    this.#results.append(helpItem(instant, kind === '' ? undefined : () => this.#everything()));
  }

  /** Searches again, without the filter. */
  #everything(): void {
    this.choose('');
    this.input.focus();
    void this.search(this.input.value);
  }

  /** A button that searches for what was typed, shown when a corrected query was searched instead. */
  #asTypedButton(query: string): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.append(
      button(`Search for “${shortened(query)}” as typed`, () => {
        this.#asTyped = query;
        this.input.focus();
        void this.search(query);
      }),
    );
    return paragraph;
  }

  /** Enter in the box opens the first result. Up and down go through the results, right and left to their buttons. */
  #onKey(event: KeyboardEvent): void {
    const { activeElement } = document;
    if (event.isComposing || !(activeElement instanceof HTMLElement)) return;
    if (activeElement === this.#filter) return;
    const links = [...this.#results.querySelectorAll<HTMLElement>('h3 a')];
    const stops: HTMLElement[] = [this.input, ...links];
    const heading = activeElement.closest('.search-heading');
    const at = stops.indexOf(heading?.querySelector<HTMLElement>('h3 a') ?? activeElement);
    let to: HTMLElement | null | undefined;
    if (event.key === 'ArrowDown') to = stops[Math.min(stops.length - 1, at + 1)];
    else if (event.key === 'ArrowUp') to = stops[Math.max(0, at - 1)];
    else if (event.key === 'ArrowRight') to = heading?.querySelector<HTMLElement>('h3 + button');
    else if (event.key === 'ArrowLeft') to = heading?.querySelector<HTMLElement>('h3 a');
    else if (event.key === 'Enter' && activeElement === this.input) {
      event.preventDefault();
      void this.openFirst();
    }
    if (at < 0 || to === null || to === undefined) return;
    event.preventDefault();
    to.focus();
  }

  /** Opens the first result of what was typed, as soon as it is there. */
  async openFirst(): Promise<void> {
    await this.#shown;
    this.#results.querySelector<HTMLElement>('h3 a')?.click();
  }
}
