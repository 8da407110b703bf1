import type { TextRecord } from '../full-text.ts';
import type { InstantHit, InstantResult } from '../instant-search.ts';
import { instantGroups, textGroup, type ResultGroup } from '../result-order.ts';
import { h } from '../../utils/elements.ts';
import { answerItem, fillExcerpt, instantItem, shortExcerpt, textItem } from './result-items.ts';

/** The results of a query under headings. Nodes are only appended, so that nothing shifts. */
export class ResultList {
  readonly nodes: Node[] = [];
  readonly #shown = new Map<string, HTMLLIElement>();
  readonly #terms: readonly string[];

  /**
   * @param instant undefined when the instant index could not be loaded
   * @param kind of results to show; empty for all
   */
  constructor(instant: InstantResult | undefined, kind: string) {
    this.#terms = instant?.query.terms ?? [];
    const make = (hit: InstantHit): HTMLLIElement =>
      hit === instant?.answer ? answerItem(hit, this.#terms) : instantItem(hit, this.#terms);
    for (const group of instantGroups(instant, kind)) this.#add(group, ({ entry }) => entry.url, make);
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

  #add<Result>(
    { title, results }: ResultGroup<Result>,
    urlOf: (result: Result) => string,
    make: (result: Result) => HTMLLIElement,
  ): void {
    const items = results.map((result) => {
      const made = make(result);
      if (!this.#shown.has(urlOf(result))) this.#shown.set(urlOf(result), made);
      return made;
    });
    this.nodes.push(
      h('h2', { class: title === undefined ? 'sr-only' : '' }, title ?? 'Best matches'),
      h('ol', {}, ...items),
    );
  }
}
