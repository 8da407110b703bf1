import { cpus, totalmem } from 'node:os';
import { installedVersions, ownVersions } from './install.ts';
import type { Scores } from './lighthouse.ts';
import { formatMarkdown, words, writeMarkdown } from './markdown-file.ts';
import type { MeasuredRun } from './measured-run.ts';
import { REPORT } from './places.ts';
import {
  readResults,
  type BuildRow,
  type InteractionsResult,
  type KindsResult,
  type PagesResult,
  type SearchResult,
} from './results.ts';
import { COLD_WORD, WARM_WORD } from './measure-search.ts';
import { KINDS } from './serve.ts';
import { perTool } from './sites.ts';
import type { ToolId } from './tools.ts';
import {
  formatBytes,
  formatMilliseconds,
  formatRuns,
  formatSeconds,
  markdownTable,
  toolTable,
  type Row,
} from './table.ts';

const IDS = {
  ours: 'ours',
  starlight: 'starlight',
  docusaurus: 'docusaurus',
  vitepress: 'vitepress',
} as const;

const count = (value: number): string => String(Math.round(value * 10) / 10);

/** A row with a value for each tool. */
const rowOf = <From>(
  from: Record<ToolId, From>,
  name: string,
  read: (value: From) => number | string | undefined,
  format: Row['format'],
): Row => ({ name, values: perTool(from, read), format });

/** Writes docs/benchmarks.md from the results so far. Returns its tables, for the terminal. */
export async function writeReport(chromiumVersion: string): Promise<string> {
  const { pages, kinds, search, interactions, build } = readResults();
  const tables = [
    pages === undefined ? '' : pagesPart(pages),
    kinds === undefined ? '' : kindsPart(kinds),
    search === undefined ? '' : searchPart(search),
    interactions === undefined ? '' : interactionsPart(interactions),
    build === undefined ? '' : buildPart(build),
  ].join('\n\n');
  const text = [words('how.md'), withWhat(chromiumVersion), tables, words('causes.md')].join('\n\n');
  await writeMarkdown(REPORT, text);
  return formatMarkdown(REPORT, tables);
}

function withWhat(chromiumVersion: string): string {
  const versions = {
    ...ownVersions(['astro', '@astrojs/mdx', 'pagefind', 'tailwindcss', '@playwright/test']),
    Node: process.versions.node,
    Chromium: chromiumVersion,
  };
  const list = (all: Record<string, string>): string =>
    Object.entries(all)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ');
  return [
    '## With what',
    `- Machine: ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform}.`,
    `- This project: ${list(versions)}.`,
    ...['starlight', 'docusaurus', 'vitepress', 'lighthouse'].map(
      (name) =>
        `- ${name === 'vitepress' ? 'VitePress' : name.charAt(0).toUpperCase() + name.slice(1)}: ${list(installedVersions(name))}.`,
    ),
  ].join('\n');
}

/** Formats the four scores, in Lighthouse's order. */
const four = (scores: Scores): string => Object.values(scores).map(count).join(' ');

function pagesPart({ day, runs, scoreRuns, lesson, average, paint, scores }: PagesResult): string {
  const loadRows = (loads: PagesResult['lesson']): Row[] => [
    rowOf(loads, 'Before the first paint', (load) => load.firstPaintBytes, formatBytes),
    rowOf(loads, 'Whole load', (load) => load.bytes, formatBytes),
    rowOf(loads, 'Requests', (load) => load.requests, count),
    ...KINDS.map((kind) =>
      rowOf(loads, `Of the load: ${kind}`, (load) => load.bytesByKind[kind], formatBytes),
    ),
  ];
  return [
    '## Pages',
    `Measured on ${day}.`,
    '### One lesson, "How leading and managing differ"',
    toolTable(loadRows(lesson)),
    '### The ten lessons on average',
    toolTable(loadRows(average)),
    '### That lesson on a slow phone',
    `Medians of ${formatRuns(runs)} in turns.`,
    toolTable([
      rowOf(paint, 'First contentful paint', (one) => one.firstContentfulPaintMs, formatMilliseconds),
      rowOf(paint, 'Largest contentful paint', (one) => one.largestContentfulPaintMs, formatMilliseconds),
      rowOf(paint, 'Total blocking time', (one) => one.blockingTimeMs, formatMilliseconds),
      rowOf(
        paint,
        'Layout shift',
        (one) => one.layoutShift,
        (shift) => shift.toFixed(4),
      ),
    ]),
    '### Lighthouse',
    `Performance, accessibility, best practices and SEO: on a phone / on a desktop. Medians of ${formatRuns(scoreRuns)}.`,
    toolTable([
      rowOf(scores, 'The lesson', ({ phone, desktop }) => `${four(phone)} / ${four(desktop)}`, count),
    ]),
  ].join('\n\n');
}

function kindsPart({ day, runs, kinds }: KindsResult): string {
  return [
    '### Lighthouse for each kind of our pages',
    `Performance, accessibility, best practices and SEO. Measured on ${day}; medians of ${formatRuns(runs)}.`,
    'Pages that ask search engines to leave them out (noindex) rightly fail one check of SEO, "Page isn’t blocked from indexing".',
    markdownTable(
      ['Page', 'Phone', 'Desktop', ''],
      kinds.map(({ path, phone, desktop, noindex }) => [
        `\`${path}\``,
        four(phone),
        four(desktop),
        noindex ? 'noindex' : '',
      ]),
    ),
  ].join('\n\n');
}

function searchPart({ day, runs, costs }: SearchResult): string {
  const rows = (name: string, kind: 'cold' | 'warm'): Row[] => [
    rowOf(
      costs,
      `${name}: time to the first right result`,
      (cost) => cost[kind].milliseconds,
      formatMilliseconds,
    ),
    rowOf(costs, `${name}: bytes until then`, (cost) => cost[kind].bytes, formatBytes),
    rowOf(costs, `${name}: bytes in all`, (cost) => cost[kind].bytesInAll, formatBytes),
  ];
  return [
    '## Search',
    `Measured on ${day}; medians of ${formatRuns(runs)} in turns.`,
    toolTable([
      ...rows(`First search, "${COLD_WORD}"`, 'cold'),
      ...rows(`Second search, "${WARM_WORD}"`, 'warm'),
    ]),
  ].join('\n\n');
}

const interactionsPart = ({ day, runs, taken }: InteractionsResult): string =>
  [
    '## Interactions',
    `From a click to the paint after it, with a processor four times slower. Measured on ${day}, ${formatRuns(runs)} of each.`,
    markdownTable(
      ['Interaction', 'Median', 'Least'],
      Object.entries(taken).map(([name, { median, least }]) => [
        name,
        formatMilliseconds(median),
        formatMilliseconds(least),
      ]),
    ),
  ].join('\n\n');

function buildPart(rows: readonly BuildRow[]): string {
  const sizes = [...new Set(rows.map(({ lessons }) => lessons))];
  return [
    '## Builds',
    ...sizes.flatMap((lessons) => {
      const own = rows.filter((row) => row.lessons === lessons);
      const [{ day, limit } = { day: '', limit: '' }] = own;
      return [
        `### ${lessons.toLocaleString('en-US')} lessons`,
        `Measured on ${day}, within ${limit}.`,
        sizeTable(own),
      ];
    }),
  ].join('\n\n');
}

function sizeTable(rows: readonly BuildRow[]): string {
  const of = (read: (row: BuildRow) => number | string | undefined): Row['values'] =>
    perTool(IDS, (id) => {
      const row = rows.find(({ tool }) => tool === id);
      return row && read(row);
    });
  const time = (run: MeasuredRun | undefined): number | string | undefined =>
    run?.failure === undefined ? run?.seconds : `did not finish: ${run.failure}`;
  return toolTable([
    { name: 'First build', values: of(({ first }) => time(first)), format: formatSeconds },
    {
      name: 'The same for each page made',
      values: of(({ first, built }) =>
        built === undefined ? undefined : (first.seconds / built.pages) * 1000,
      ),
      format: formatMilliseconds,
    },
    { name: 'Peak memory', values: of(({ first }) => first.peakBytes), format: formatBytes },
    { name: 'Build after an edit', values: of(({ built }) => time(built?.again)), format: formatSeconds },
    { name: 'Pages made', values: of(({ built }) => built?.pages), format: count },
    { name: 'Search index', values: of(({ built }) => built?.indexBytes), format: formatBytes },
    {
      name: 'A lesson, before the first paint',
      values: of(({ built }) => built?.lesson.firstPaintBytes),
      format: formatBytes,
    },
    { name: 'A lesson, whole load', values: of(({ built }) => built?.lesson.bytes), format: formatBytes },
  ]);
}
