import type { Comparison, ComparisonRow } from './course-types.ts';

/** A statement to sort into a side: one cell, with what its row says about both. */
export interface Statement {
  rowId: string;
  sideId: string;
  text: string;
  /** Why it belongs there: the row's dimension and example. */
  explanation: string;
}

/** The table with only the rows named, in the table's own order; without names the whole table. */
export function selectRows(comparison: Comparison, rows: readonly string[] | undefined): ComparisonRow[] {
  return rows === undefined ? comparison.rows : comparison.rows.filter((row) => rows.includes(row.id));
}

/** A table as rows of text: a header row, then a row for each dimension. */
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

/** Every cell as a statement that can be sorted into its side, row by row. */
export function toStatements(comparison: Comparison): Statement[] {
  return comparison.rows.flatMap((row) =>
    comparison.sides.map((side) => ({
      rowId: row.id,
      sideId: side.id,
      text: row.cells[side.id] ?? '',
      explanation: `${row.dimension}. ${row.example}`,
    })),
  );
}
