import type { InstantHit, InstantResult } from '../instant-search.ts';
import { kindOf } from '../kinds.ts';
import { BEST, GROUPS } from './filters.ts';
import { answerItem, resultItem, type ResultItem } from './result-items.ts';

/**
 * The results of one query, under headings: first what the instant index found, then what the full text adds. Nodes
 * are only ever appended, so nothing that is shown moves.
 */
export class ResultList {
  readonly nodes: Node[] = [];
  readonly #shown = new Set<string>();
  readonly #instant: InstantResult | undefined;
  readonly #hits: readonly InstantHit[];
  /** Whether the instant hits are sure enough to be shown before the full text has answered. */
  readonly #isSure: boolean;

  /**
   * @param instant undefined when the instant index could not be loaded
   * @param kind of results to show; empty for all
   */
  constructor(instant: InstantResult | undefined, kind: string) {
    this.#instant = instant;
    this.#hits = (instant?.hits ?? []).filter(
      ({ entry }) => kind === '' || kindOf(entry.kind)?.filter === kind,
    );
    this.#isSure = instant?.confident === true || instant?.corrected !== undefined;
    if (this.#isSure) this.#addInstant();
  }

  /** Number of results shown. */
  get size(): number {
    return this.#shown.size;
  }

  #addInstant(): void {
    this.#add(this.#hits.slice(0, BEST).map((hit) => this.#itemOf(hit)));
    const rest = this.#hits.slice(BEST);
    for (const [kind, title] of GROUPS)
      this.#add(
        rest.filter(({ entry }) => kindOf(entry.kind)?.filter === kind).map((hit) => this.#itemOf(hit)),
        title,
      );
  }

  /** Adds what the full text found beyond what is shown, then instant hits that were no more than guesses. */
  addFullText(found: readonly ResultItem[]): void {
    const fresh = found.filter(({ url }) => !this.#shown.has(url));
    const guesses = this.#isSure
      ? []
      : this.#hits.filter(({ entry }) => !found.some(({ url }) => url === entry.url)).slice(0, BEST);
    this.#add(
      fresh.map((hit) => {
        this.#shown.add(hit.url);
        return resultItem(hit, this.#terms);
      }),
      this.nodes.length > 0 ? 'In the text' : undefined,
    );
    this.#add(
      guesses.map((hit) => this.#itemOf(hit)),
      fresh.length > 0 ? 'Perhaps' : undefined,
    );
  }

  get #terms(): readonly string[] {
    return this.#instant?.query.terms ?? [];
  }

  /** @param title the first list has none for the eye; screen reader users still move from heading to heading. */
  #add(items: readonly Node[], title?: string): void {
    if (items.length === 0) return;
    const heading = document.createElement('h2');
    heading.className = title === undefined ? 'sr-only' : '';
    heading.textContent = title ?? 'Best matches';
    const list = document.createElement('ol');
    list.append(...items);
    this.nodes.push(heading, list);
  }

  #itemOf({ entry }: InstantHit): Node {
    this.#shown.add(entry.url);
    if (entry === this.#instant?.answer?.entry) return answerItem(entry, this.#terms);
    const text =
      entry.cells.length > 0 ? entry.cells.map(([label, cell]) => `${label}: ${cell}`).join(' ') : entry.text;
    return resultItem({ ...entry, text }, this.#terms);
  }
}
