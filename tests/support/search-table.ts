import { SEARCH_QUERIES, type QueryClass, type SearchQuery } from '../fixtures/search-queries.ts';
import type { Shown } from './built-search.ts';

/** How many queries of a class find what they should. */
export interface ClassCount {
  queries: number;
  /** Right first, once the full text has joined. */
  first: number;
  inThree: number;
  /** Right first at once. */
  atOnce: number;
  /** Queries for a passage, and those that land on it. */
  passages: number;
  passage: number;
  /** Queries that rightly find nothing. */
  silent: number;
}

/** A query that misses, with what is found instead. */
export interface Miss {
  group: QueryClass;
  query: string;
  found: readonly string[];
}

/** Whether an address is one of those expected; a page includes its passages. */
const isOneOf = (expected: readonly string[], url = ''): boolean =>
  expected.some((each) => url === each || (!each.includes('#') && url.startsWith(`${each}#`)));

/** Counts all queries by class. */
export async function searchTable(
  search: (query: string) => Promise<Shown>,
): Promise<{ counts: Record<QueryClass, ClassCount>; misses: Miss[] }> {
  const misses: Miss[] = [];
  const counts = {} as Record<QueryClass, ClassCount>;
  for (const group of Object.keys(SEARCH_QUERIES) as QueryClass[]) {
    const queries: readonly SearchQuery[] = SEARCH_QUERIES[group];
    const count = {
      queries: queries.length,
      first: 0,
      inThree: 0,
      atOnce: 0,
      passages: 0,
      passage: 0,
      silent: 0,
    };
    for (const { query, expect, passage } of queries) {
      const { atOnce, final } = await search(query);
      const right = expect.length === 0 ? final.length === 0 : isOneOf(expect, final[0]);
      if (!right) misses.push({ group, query, found: final.slice(0, 3) });
      if (expect.length === 0) {
        count.silent += Number(right);
        continue;
      }
      count.first += Number(right);
      count.inThree += Number(final.slice(0, 3).some((url) => isOneOf(expect, url)));
      count.atOnce += Number(isOneOf(expect, atOnce[0]));
      if (passage.length === 0) continue;
      count.passages += 1;
      count.passage += Number(passage.includes(final[0] ?? ''));
    }
    counts[group] = count;
  }
  return { counts, misses };
}

/** The counts as lines of text, with a sum of all classes that have an answer. */
export function tableLines(counts: Readonly<Record<string, ClassCount>>): string[] {
  const line = (
    name: string,
    { queries, first, inThree, atOnce, passages, passage, silent }: ClassCount,
  ): string =>
    [
      name.padEnd(12),
      String(queries).padStart(4),
      ...(first + inThree > 0 || silent === 0
        ? [`first ${first}`, `in three ${inThree}`, `at once ${atOnce}`]
        : [`silent ${silent}`]),
      ...(passages > 0 ? [`passage ${passage} of ${passages}`] : []),
    ].join('  ');
  const answered = Object.entries(counts).filter(([name]) => name !== 'offTopic');
  const sum = (of: (count: ClassCount) => number): number =>
    answered.reduce((all, [, count]) => all + of(count), 0);
  const share = (of: (count: ClassCount) => number): string =>
    `${((100 * sum(of)) / sum(({ queries }) => queries)).toFixed(0)}%`;
  return [
    ...Object.entries(counts).map(([name, count]) => line(name, count)),
    `on topic ${sum(({ queries }) => queries)}: first ${share(({ first }) => first)}, in three ${share(({ inThree }) => inThree)}, at once ${share(({ atOnce }) => atOnce)}`,
  ];
}
