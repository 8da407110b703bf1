import type { InstantResult } from '../instant-search.ts';
import { MAX_QUERY } from '../terms.ts';
import { button, h, radios } from '../../utils/elements.ts';
import { addSheet } from '../../utils/styles.ts';
import type { SearchBox } from './box.ts';
import { FILTERS, kindOf, kindsIn } from '../kinds.ts';
import { searchText } from './full-text.ts';
import { instantSearch, learnLater, learnWords } from './instant.ts';
import { SEARCH_EXAMPLES } from '../../site.ts';
import type { ResultItem } from './result-items.ts';
import { ResultList } from './result-list.ts';
import { href } from '../../utils/url.ts';
import sheet from './search.css?url';

let panels = 0;

/** A query, shortened for messages. */
const shortened = (query: string): string => query.slice(0, 60);

const cutMessage = (query: string): string =>
  query.length > MAX_QUERY ? ` Searched by its first ${MAX_QUERY} characters.` : '';

/** "3 results for “risk”.", with any correction and further notes. */
function countMessage(
  query: string,
  instant: InstantResult | undefined,
  count: number,
  more: string,
): string {
  const corrected = instant?.corrected;
  const prefix = corrected === undefined ? '' : `Did you mean “${corrected}”? Showing `;
  const results = count === 1 ? '1 result' : `${count} results`;
  return `${prefix}${results} for “${shortened(corrected ?? query)}”.${cutMessage(query)}${more}`;
}

/**
 * Searches the instant index; undefined if it cannot be loaded. Uncertain results wait for the later index, and are
 * then checked against the site's words.
 */
async function instantResult(query: string, asTyped: boolean): Promise<InstantResult | undefined> {
  try {
    const engine = await instantSearch();
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

/** Ranks equal hits of the full text: the text of the course, then reference sections, then titles of sources. */
function rankOf({ kind, url }: { kind: string; url: string }): number {
  if (/#(?:evidence|check-yourself|this-week)$/.test(url)) return 1;
  return kindOf(kind)?.rank ?? 0;
}

/** Searches the full text; undefined if that fails. */
async function fullTextResults(
  query: string,
  instant: InstantResult | undefined,
  kind: string,
): Promise<ResultItem[] | undefined> {
  // Pagefind shortens unknown words until something matches, so it does not get them.
  if (instant?.unknown === true) return [];
  try {
    const words = instant === undefined ? query.slice(0, MAX_QUERY) : instant.query.words.join(' ');
    const hits = await searchText(words, kindsIn(kind));
    return hits
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map(({ excerpt, title, page, kind, url }) => ({
        url,
        kind,
        title: title === page ? title : `${title} · ${page}`,
        text: excerpt,
      }));
  } catch {
    return undefined;
  }
}

/** Suggestions for searches without results or without the full text. */
const helpItem = (): HTMLParagraphElement =>
  h(
    'p',
    {},
    'Try fewer or shorter words',
    ...SEARCH_EXAMPLES.flatMap((words, index) => [
      index === 0 ? ', such as ' : ' or ',
      h('a', { href: href(`/search/?${new URLSearchParams({ q: words }).toString()}`) }, words),
    ]),
    ', or browse ',
    h('a', { href: href('/concepts/') }, 'all concepts, A to Z'),
    '.',
  );

/** Resolves after a pause in typing, so that the full text is not searched for each letter. */
const typingPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/**
 * The search box with its results, in the dialog and on the search page. Hits of the small index appear at once; results
 * of the full text follow below them, without moving them.
 */
export class SearchPanel {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #status = h('p', { role: 'status' });
  readonly #results = h('div', { class: 'search-results' });
  readonly #onQuery: (query: string, kind: string) => void;
  #kind = '';
  #run = 0;
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
    const filter = radios('Show', `kind-${(panels += 1)}`, FILTERS, (kind) => {
      this.#kind = kind;
      void this.search(this.input.value);
    });
    element.append(filter, this.#status, this.#results);
    input.addEventListener('input', () => void this.search(input.value));
    element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
  }

  /** Resolves when the style sheet of the panel has loaded. */
  readonly styled = addSheet(sheet);

  /** Chooses the filter of a kind. */
  choose(kind: string): void {
    const input = [...this.element.querySelectorAll<HTMLInputElement>('fieldset input')].find(
      (item) => item.value === kind,
    );
    if (input === undefined) return;
    input.checked = true;
    this.#kind = kind;
  }

  /** Searches and shows results. A later call stops an earlier one. */
  async search(text: string): Promise<void> {
    const run = (this.#run += 1);
    const isStale = (): boolean => run !== this.#run;
    if (text.trim() === '') {
      this.#onQuery(text, this.#kind);
      this.#show([], '');
      return;
    }
    if (this.#results.childNodes.length === 0) this.#status.textContent = 'Searching …';
    const instant = await instantResult(text, text === this.#asTyped);
    if (isStale()) return;
    const list = new ResultList(instant, this.#kind);
    const before = instant?.corrected === undefined ? [] : [this.#asTypedButton(text)];
    this.#show(
      [...before, ...list.nodes],
      countMessage(text, instant, list.size, ' Searching the full text …'),
    );

    await typingPause();
    if (isStale()) return;
    this.#onQuery(text, this.#kind);
    const found = await fullTextResults(text, instant, this.#kind);
    if (isStale()) return;
    list.addFullText(found ?? []);
    const failed = found === undefined;
    const trouble = failed ? ' The full text could not be searched; the concept index lists everything.' : '';
    this.#show(
      [...before, ...list.nodes],
      list.size > 0
        ? countMessage(text, instant, list.size, trouble)
        : instant === undefined && failed
          ? 'Search could not be loaded. Check the connection and try again; the concept index lists everything.'
          : `Nothing found for “${shortened(text)}”.${cutMessage(text)}${trouble}`,
      list.size === 0 || failed,
    );
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

  /** Shows results. Nodes that are shown already stay where they are, so nothing moves under a finger. */
  #show(nodes: readonly Node[], status: string, help = false): void {
    this.#status.textContent = status;
    const kept = nodes.filter((node) => node.parentNode === this.#results);
    if (kept.length === 0 || kept.length !== this.#results.childNodes.length)
      this.#results.replaceChildren(...nodes);
    else this.#results.append(...nodes.slice(kept.length));
    if (!help) return;
    this.#results.append(helpItem());
  }

  /** Arrow keys go from the box through the results and back. */
  #move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const active = document.activeElement;
    if (active instanceof HTMLInputElement && active.type === 'radio') return;
    const stops: HTMLElement[] = [this.input, ...this.#results.querySelectorAll<HTMLElement>('h3 a')];
    const at = stops.indexOf(active as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  }
}
