import type { InstantResult } from '../instant-search.ts';
import { MAX_QUERY } from '../terms.ts';
import { button, radios } from '../../utils/browser/controls.ts';
import { addSheet } from '../../utils/browser/sheet.ts';
import type { SearchBox } from './box.ts';
import { FILTERS, kindsIn } from '../kinds.ts';
import { placeOf } from './filters.ts';
import { searchText } from './full-text.ts';
import { helpItem } from './help.ts';
import { learnWords, instantSearch } from './instant.ts';
import type { ResultItem } from './result-items.ts';
import { ResultList } from './result-list.ts';
import sheet from './search.css?url';

let panels = 0;

/** A query as messages quote it. */
const shortened = (query: string): string => query.slice(0, 60);

const cutMessage = (query: string): string =>
  query.length > MAX_QUERY ? ` Searched by its first ${MAX_QUERY} characters.` : '';

/** "3 results for “risk”.", with what was corrected and what else there is to know. */
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

/** Asks the instant index; undefined when it cannot be loaded. Unsure results are checked against the site's words. */
async function instantResult(query: string, asTyped: boolean): Promise<InstantResult | undefined> {
  try {
    const engine = await instantSearch();
    const result = engine.search(query, asTyped);
    if (result.corrected === undefined && result.confident) return result;
    await learnWords(engine);
    return engine.search(query, asTyped);
  } catch {
    return undefined;
  }
}

/** Asks the full text; undefined when it cannot be searched. */
async function fullTextResults(
  query: string,
  instant: InstantResult | undefined,
  kind: string,
): Promise<ResultItem[] | undefined> {
  // Pagefind shortens unknown words until something matches them, so it is not asked for those.
  if (instant?.unknown === true) return [];
  try {
    const words = instant === undefined ? query.slice(0, MAX_QUERY) : instant.query.words.join(' ');
    const hits = await searchText(words, kindsIn(kind));
    return hits
      .toSorted((a, b) => placeOf(a) - placeOf(b))
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

/** Settles after the time of one key, so that the full text is not searched for each letter. */
const typingPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/**
 * The search box with its results, for the dialog and the page alike. The small index answers at once; the full text
 * joins below it when it is ready, and moves nothing that is shown.
 */
export class SearchPanel {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #status = document.createElement('p');
  readonly #results = document.createElement('div');
  readonly #onQuery: (query: string, kind: string) => void;
  #kind = '';
  #run = 0;
  /** The query to search as it was typed, without correction. */
  #asTyped: string | undefined;

  /**
   * @param box the panel is built around it
   * @param onQuery told each query that was searched, for the address
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
    this.#status.setAttribute('role', 'status');
    this.#results.className = 'search-results';
    element.append(filter, this.#status, this.#results);
    input.addEventListener('input', () => void this.search(input.value));
    element.addEventListener('keydown', (event) => {
      this.#move(event);
    });
  }

  /** Settles when the panel can be shown as designed. */
  readonly styled = addSheet(sheet);

  /** Chooses a filter by its kind, as an address may ask for. */
  choose(kind: string): void {
    const input = [...this.element.querySelectorAll<HTMLInputElement>('fieldset input')].find(
      (item) => item.value === kind,
    );
    if (input === undefined) return;
    input.checked = true;
    this.#kind = kind;
  }

  /** Searches and shows results. A later call makes an earlier one stop before it shows anything more. */
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
