import { MAX_QUERY } from '../../lib/search/terms.ts';
import { button, radios } from '../controls.ts';
import { addSheet } from '../sheet.ts';
import type { SearchBox } from './box.ts';
import { FILTERS, kindOf, kindsIn } from '../../lib/search/kinds.ts';
import { BEST, GROUPS, placeOf } from './filters.ts';
import { searchText } from './full-text.ts';
import { helpItem } from './help.ts';
import { learnWords, quickSearch } from './quick.ts';
import { answerItem, resultItem, type ResultItem } from './result-items.ts';
import sheet from './search.css?url';

let panels = 0;

/** Settles once somebody who is still typing has had time for the next key; the full text is not asked for each. */
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
  /** The query that is to be searched as it was typed, mended or not. */
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

  async search(text: string): Promise<void> {
    const run = (this.#run += 1);
    const stale = (): boolean => run !== this.#run;
    if (text.trim() === '') {
      this.#onQuery(text, this.#kind);
      this.#show([], '');
      return;
    }
    const cut = text.length > MAX_QUERY ? ` Searched by its first ${MAX_QUERY} characters.` : '';
    const passes = ({ kind }: { kind: string }): boolean =>
      this.#kind === '' || kindOf(kind)?.filter === this.#kind;
    if (this.#results.childNodes.length === 0) this.#status.textContent = 'Searching …';
    let quick;
    try {
      const engine = await quickSearch();
      const asTyped = text === this.#asTyped;
      quick = engine.search(text, asTyped);
      if (quick.corrected !== undefined || !quick.confident) {
        await learnWords(engine);
        quick = engine.search(text, asTyped);
      }
    } catch {
      quick = undefined;
    }
    if (stale()) return;
    const terms = quick?.query.terms ?? [];
    const hits = (quick?.hits ?? []).filter(({ entry }) => passes(entry));
    const nodes: Node[] = [];
    const shown = new Set<string>();
    const list = (items: Node[], title?: string): void => {
      if (items.length === 0) return;
      const heading = document.createElement('h2');
      // What stands first needs no name for the eye; a screen reader goes from heading to heading.
      heading.className = title === undefined ? 'sr-only' : '';
      heading.textContent = title ?? 'Best matches';
      const ol = document.createElement('ol');
      ol.append(...items);
      nodes.push(heading, ol);
    };
    const item = ({ entry }: (typeof hits)[number]): Node => {
      shown.add(entry.url);
      if (entry === quick?.answer?.entry) return answerItem(entry, terms);
      const text =
        entry.cells.length > 0
          ? entry.cells.map(([label, cell]) => `${label}: ${cell}`).join(' ')
          : entry.text;
      return resultItem({ ...entry, text }, terms);
    };
    if (quick?.confident === true || quick?.corrected !== undefined) {
      list(hits.slice(0, BEST).map(item));
      const rest = hits.slice(BEST);
      for (const [kind, title] of GROUPS)
        list(rest.filter(({ entry }) => kindOf(entry.kind)?.filter === kind).map(item), title);
    }
    const corrected = quick?.corrected;
    const say = (count: number, more: string): string =>
      `${corrected === undefined ? '' : `Did you mean “${corrected}”? Showing `}${count === 1 ? '1 result' : `${count} results`} for “${(corrected ?? text).slice(0, 60)}”.${cut}${more}`;
    if (corrected !== undefined) nodes.unshift(this.#asTypedButton(text));
    this.#show(nodes, say(shown.size, ' Searching the full text …'));

    await typingPause();
    if (stale()) return;
    this.#onQuery(text, this.#kind);
    let found: ResultItem[] = [];
    let trouble = '';
    try {
      const words = quick === undefined ? text.slice(0, MAX_QUERY) : quick.query.words.join(' ');
      // Without this, Pagefind shortens words that it does not know until something fits them.
      const texts = quick?.unknown === true ? [] : await searchText(words, kindsIn(this.#kind));
      texts.sort((a, b) => placeOf(a) - placeOf(b));
      found = texts.map(({ excerpt, title, page, kind, url }) => ({
        url,
        kind,
        title: title === page ? title : `${title} · ${page}`,
        text: excerpt,
      }));
    } catch {
      trouble = ' The full text could not be searched; the concept index lists everything.';
    }
    if (stale()) return;
    const fresh = found.filter(({ url }) => !shown.has(url));
    // Nothing sure was found at once: what the full text found comes first, then the guesses.
    const guesses =
      quick?.confident === true || quick?.corrected !== undefined
        ? []
        : hits.filter(({ entry }) => !found.some(({ url }) => url === entry.url)).slice(0, BEST);
    for (const { url } of fresh) shown.add(url);
    list(
      fresh.map((hit) => resultItem(hit, terms)),
      nodes.length > 0 ? 'In the text' : undefined,
    );
    list(guesses.map(item), fresh.length > 0 ? 'Perhaps' : undefined);
    this.#show(
      nodes,
      shown.size === 0 && quick === undefined && trouble !== ''
        ? 'Search could not be loaded. Check the connection and try again; the concept index lists everything.'
        : shown.size === 0
          ? `Nothing found for “${text.slice(0, 60)}”.${cut}${trouble}`
          : say(shown.size, trouble),
      shown.size === 0 || trouble !== '',
    );
  }

  /** A button that searches what was typed, where a mended query was searched instead. */
  #asTypedButton(query: string): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.append(
      button(`Search for “${query.slice(0, 60)}” as typed`, () => {
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
