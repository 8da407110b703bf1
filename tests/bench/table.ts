import { TOOLS, type ToolId } from './tools.ts';

/** One measured thing, for each tool; undefined where it was not measured. */
export interface Row {
  name: string;
  values: Record<ToolId, number | string | undefined>;
  format: (value: number) => string;
}

/** A table of rows, one column for each tool; each peer's number is followed by its ratio to ours. */
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

/** 1 as "1 run", 5 as "5 runs". */
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

/** 13402 as "13.4 kB". */
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

/** 1430 as "1.43 s". */
export const formatMilliseconds = (value: number): string =>
  value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`;

/** 194 as "3 min 14 s". */
export function formatSeconds(value: number): string {
  if (value < 100) return `${value.toFixed(1)} s`;
  const whole = Math.round(value);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
