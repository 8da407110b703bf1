// Fits the weights of the instant tier: npm run search:fit. It tries other values of each number in turn on one half of
// the table of real queries, keeps what helps there, and prints the values with what both halves say. It changes no file.
import { KINDS } from '../../src/search/kinds.ts';
import { WEIGHTS } from '../../src/search/weights.ts';
import { SEARCH_QUERIES, type SearchQuery } from '../fixtures/search-queries.ts';
import { builtInstant, shownAtOnce } from '../support/built-search.ts';
import { isOneOf } from '../support/search-table.ts';

/** A number of the tables, by its name. */
interface Weight {
  name: string;
  read: () => number;
  write: (value: number) => void;
}

/** All numbers in a nested object. */
const weightsIn = (object: object, path = ''): Weight[] =>
  Object.entries(object).flatMap(([key, value]: [string, unknown]): Weight[] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null) return weightsIn(value, name);
    if (typeof value !== 'number') return [];
    return [
      {
        name,
        read: () => Reflect.get(object, key) as number,
        write: (number) => Reflect.set(object, key, number),
      },
    ];
  });

/** What a query is worth: right first, right among three, on its passage, or silent where nothing fits. */
const WORTH = { first: 1, three: 0.4, passage: 0.5, silent: 2 } as const;
/** Factors that are tried on each number. */
const FACTORS = [0.6, 0.85, 1.2, 1.6];
/** The least gain that is no accident, in queries. */
const GAIN = 0.35;

const { search } = builtInstant();
const all: readonly SearchQuery[] = Object.values(SEARCH_QUERIES).flat();
const halves = [0, 1].map((half) => all.filter((_, index) => index % 2 === half));

function worthOf(queries: readonly SearchQuery[]): number {
  return queries.reduce((sum, { query, expect, passage }) => {
    const shown = shownAtOnce(search.search(query));
    if (expect.length === 0) return sum + (shown.length === 0 ? WORTH.silent : 0);
    const first = isOneOf(expect, shown[0]);
    const three = shown.slice(0, 3).some((url) => isOneOf(expect, url));
    const lands = passage.length > 0 && passage.includes(shown[0] ?? '');
    return sum + (first ? WORTH.first : three ? WORTH.three : 0) + (lands ? WORTH.passage : 0);
  }, 0);
}

const report = (title: string): void => {
  console.log(`${title}: ${halves.map((half) => worthOf(half).toFixed(1)).join(' and on the other half ')}`);
};

report('Before');
const [training = []] = halves;
let best = worthOf(training);
const weights = [...weightsIn(WEIGHTS), ...weightsIn(KINDS, 'kind')].filter(
  ({ name }) => !/^(?:most|mentions|fullText|tail|way\.exact)/.test(name),
);
for (const { name, read, write } of weights) {
  const before = read();
  let chosen = before;
  for (const factor of FACTORS) {
    write(before * factor);
    const worth = worthOf(training);
    if (worth > best + GAIN) [best, chosen] = [worth, before * factor];
  }
  write(chosen);
  if (chosen !== before) console.log(`${name}: ${before} → ${chosen.toFixed(3)} (${best.toFixed(1)})`);
}
report('After');
