import type { InstantHit, InstantResult } from '../instant-search.ts';
import { FILTERS, kindOf } from '../kinds.ts';
import { h } from '../../utils/elements.ts';
import { answerItem, resultItem, type ResultItem } from './result-items.ts';

/** Number of best matches of any kind; further results are grouped by filter. */
const BEST = 5;
const LABELS = new Map<string, string>(FILTERS);
const GROUPS = ['concept', 'lesson', 'row'].map((filter) => [filter, LABELS.get(filter) ?? ''] as const);

/**
 * The results of a query under headings: first those of the instant index, then those of the full text. Nodes are only
 * appended, so that nothing shifts.
 */
export class ResultList {
  readonly nodes: Node[] = [];
  readonly #shown = new Set<string>();
  readonly #instant: InstantResult | undefined;
  readonly #hits: readonly InstantHit[];
  /** Whether the instant hits are certain enough to show before the full text has answered. */
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

  /** Adds new results of the full text, then uncertain results of the instant index. */
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

  /** @param title of the list; without it, the heading is for screen readers only */
  #add(items: readonly Node[], title?: string): void {
    if (items.length === 0) return;
    this.nodes.push(
      h('h2', { class: title === undefined ? 'sr-only' : '' }, title ?? 'Best matches'),
      h('ol', {}, ...items),
    );
  }

  #itemOf({ entry }: InstantHit): Node {
    this.#shown.add(entry.url);
    if (entry === this.#instant?.answer?.entry) return answerItem(entry, this.#terms);
    const text =
      entry.cells.length > 0 ? entry.cells.map(([label, cell]) => `${label}: ${cell}`).join(' ') : entry.text;
    return resultItem({ ...entry, text }, this.#terms);
  }
}
