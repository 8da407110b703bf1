/** The median of numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  if (high === undefined || low === undefined) throw new Error('There is no median of no values.');
  return (low + high) / 2;
}

/** The median of each field of several measurements. */
export function medians<Fields extends { [Name in keyof Fields]: number }>(taken: readonly Fields[]): Fields {
  const names = Object.keys(taken[0] ?? {}) as (keyof Fields)[];
  return Object.fromEntries(names.map((name) => [name, median(taken.map((one) => one[name]))])) as Fields;
}

/** The mean of numbers. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
