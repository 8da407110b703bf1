import { TOOLS, type ToolId } from './tools.ts';

/** A measurement for each tool; undefined if not measured. */
export interface Row {
  name: string;
  values: Record<ToolId, number | string | undefined>;
  format: (value: number) => string;
}

/** A table with a column for each tool. Each number of a peer is followed by its ratio to ours. */
export function toolTable(rows: readonly Row[]): string {
  return markdownTable(
    ['', ...TOOLS.map(({ name }) => name)],
    rows.map(({ name, values, format }) => [
      name,
      ...TOOLS.map(({ id }) => cell(values[id], id === 'ours' ? undefined : values.ours, format)),
    ]),
  );
}

function cell(
  value: number | string | undefined,
  ours: number | string | undefined,
  format: Row['format'],
): string {
  if (value === undefined) return '-';
  if (typeof value === 'string') return value;
  return typeof ours === 'number' && ours > 0 && value > 0
    ? `${format(value)} (${ratio(value / ours)}×)`
    : format(value);
}

const ratio = (value: number): string =>
  value < 9.95 ? value.toFixed(value < 0.095 ? 2 : 1) : value.toFixed(0);

/** Formats a number of runs: "1 run", "5 runs". */
export const formatRuns = (runs: number): string => (runs === 1 ? '1 run' : `${runs} runs`);

/** A Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_name, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(line),
  ].join('\n');
}

/** Formats bytes: "13.4 kB" for 13402. */
export function formatBytes(bytes: number): string {
  if (bytes === 0) return '0';
  for (const [unit, size] of [
    ['GB', 1e9],
    ['MB', 1e6],
  ] as const) {
    if (bytes >= size) return `${(bytes / size).toFixed(bytes >= 100 * size ? 0 : 1)} ${unit}`;
  }
  return `${(bytes / 1000).toFixed(bytes >= 100_000 ? 0 : 1)} kB`;
}

/** Formats milliseconds: "1.43 s" for 1430. */
export const formatMilliseconds = (value: number): string =>
  value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`;

/** Formats seconds: "3 min 14 s" for 194. */
export function formatSeconds(value: number): string {
  if (value < 100) return `${value.toFixed(1)} s`;
  const whole = Math.round(value);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
