/** Whether `npm run test:all` runs the tests: with every payload and every page, in the place of one of each kind. */
export const TEST_ALL = process.env['TEST_ALL'] === '1';

/** The first of each kind; all of them with `npm run test:all`. */
export function oneOfEach<Item>(items: readonly Item[], kindOf: (item: Item) => string): Item[] {
  const firsts = Map.groupBy(items, kindOf)
    .values()
    .map(([first]) => first);
  return TEST_ALL ? [...items] : [...firsts].filter((item) => item !== undefined);
}
