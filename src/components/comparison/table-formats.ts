import { escapeHtml } from '../../utils/escape.ts';
/** A table as rows of cells, the header row first; the page's script and the build both make one. */
export type Grid = readonly (readonly string[])[];

/** GitHub-flavored Markdown: pipes are escaped, line breaks become spaces. */
export function toMarkdown([header = [], ...rows]: Grid): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n') + '\n';
}

/**
 * CSV (RFC 4180) with the byte order mark that Excel needs to read UTF-8. A cell that a spreadsheet would treat as a
 * formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function toCsv(grid: Grid): string {
  const cell = (value: string): string => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return '\uFEFF' + grid.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** An HTML table with header cells, to paste into a page or a document. */
export function toHtml([header = [], ...rows]: Grid, caption: string): string {
  const row = (cells: readonly string[], first: string): string =>
    `<tr>${cells.map((value, index) => (index === 0 ? first.replace('%', () => escapeHtml(value)) : `<td>${escapeHtml(value)}</td>`)).join('')}</tr>`;
  const head = header.map((value) => `<th scope="col">${escapeHtml(value)}</th>`).join('');
  const body = rows.map((cells) => row(cells, '<th scope="row">%</th>')).join('\n');
  return `<table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n`;
}
