import type { Comparison, ComparisonRow } from '../../course/types.ts';

/** The rows with the given ids, in table order; all rows without ids. */
export function selectRows(comparison: Comparison, rows: readonly string[] | undefined): ComparisonRow[] {
  return rows === undefined ? comparison.rows : comparison.rows.filter((row) => rows.includes(row.id));
}

/** A table as text: a header row, then a row for each dimension. */
export function toGrid(comparison: Comparison, rows: readonly ComparisonRow[] = comparison.rows): string[][] {
  const header = ['', ...comparison.sides.map((side) => side.label), 'Ask yourself'];
  return [
    header,
    ...rows.map((row) => [
      row.dimension,
      ...comparison.sides.map((side) => row.cells[side.id] ?? ''),
      row.ask,
    ]),
  ];
}
