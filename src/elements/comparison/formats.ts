import { toCsv, toHtml, toMarkdown } from '../../lib/table-formats.ts';
import { readGrid, type TableView } from './table.ts';

export type Format = 'Markdown' | 'CSV' | 'HTML';

/** The rows on view as text in a format. Loaded when somebody copies. */
export function format(view: TableView, kind: Format, caption: string): string {
  const grid = readGrid(view);
  if (kind === 'CSV') return toCsv(grid);
  return kind === 'HTML' ? toHtml(grid, caption) : toMarkdown(grid);
}
