// `npm run bench:exports`: measures the cost of the downloads, by exporter, and writes docs/exports.md.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { indexSchema, type PublishedIndex } from '../../src/exports/download-index.ts';
import { isPage, type OfflineList } from '../../src/offline/files.ts';
import { writeMarkdown } from './markdown-file.ts';
import { measuredRun } from './measured-run.ts';
import { median } from './median.ts';
import { ASTRO, ROOT } from './places.ts';
import { formatBytes, formatRuns, formatSeconds, markdownTable } from './table.ts';

const RUNS = 3;
const LIMIT = { seconds: 1_200, bytes: 8 * 2 ** 30 };
const REPORT = join(ROOT, 'docs/exports.md');

/** A build and its results. */
interface Built {
  seconds: number;
  bytes: number;
  files: number;
}

/** Builds the site into a separate folder, with all exports or only those that pages show. */
async function build(name: string, env: Readonly<Record<string, string>>): Promise<Built> {
  const out = join(ROOT, name);
  const log = join(ROOT, 'test-results', `${name}.log`);
  rmSync(out, { recursive: true, force: true });
  const { seconds, failure } = await measuredRun([ASTRO, 'build'], ROOT, log, LIMIT, {
    ...env,
    OUT_DIR: name,
  });
  if (failure !== undefined) throw new Error(`The build ${failure}: ${log}`);
  const sizes = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(out, file)))
    .flatMap((entry) => (entry.isFile() ? [entry.size] : []));
  const built = { seconds, bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
  console.log(`${name}: ${formatSeconds(seconds)}, ${built.files} files, ${formatBytes(built.bytes)}`);
  return built;
}

/** A row for each kind of file. */
function kinds({ downloads }: PublishedIndex): string[][] {
  return [...Map.groupBy(downloads, ({ kind }) => kind)].map(([kind, files]) => {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return [kind, String(files.length), formatBytes(bytes), formatBytes(bytes / files.length)];
  });
}

/** The row of offline reading: files and bytes that a device fetches for the whole course, plain and compressed. */
function offline(folder: string): string[] {
  const { files } = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8')) as OfflineList;
  const onLine = (path: string): number => {
    const file = join(folder, isPage(path) ? `${path}index.html` : path);
    return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
  };
  return [
    'the whole course, kept for offline reading',
    String(files.length),
    formatBytes(files.reduce((sum, [, , bytes]) => sum + bytes, 0)),
    formatBytes(files.reduce((sum, [path]) => sum + onLine(path), 0)),
  ];
}

/** The row of an archived edition: all files of a build but compressed copies. */
function edition(folder: string): string[] {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/\.(?:br|gz)$/.test(file))
    .map((file) => statSync(join(folder, file)))
    .flatMap((entry) => (entry.isFile() ? [entry.size] : []));
  const bytes = formatBytes(sizes.reduce((sum, size) => sum + size, 0));
  return ['an edition, kept under `/e/`', String(sizes.length), bytes, ''];
}

const WITH = 'dist-exports';
const WITHOUT = 'dist-no-exports';
const built: Record<string, Built[]> = { [WITH]: [], [WITHOUT]: [] };
// Alternates the builds, so that the load of the machine affects both. The first pair fills the caches and does not count.
for (let run = 0; run <= RUNS; run += 1) {
  for (const [name, env] of [
    [WITH, {}],
    [WITHOUT, { EXPORTS: 'none' }],
  ] as const) {
    const one = await build(name, env);
    if (run > 0) built[name]?.push(one);
  }
}
const index = indexSchema.parse(JSON.parse(readFileSync(join(ROOT, WITH, 'downloads.json'), 'utf8')));
const row = (name: string, label: string): string[] => {
  const runs = built[name] ?? [];
  const middle = (of: (one: Built) => number): number => median(runs.map(of));
  return [
    label,
    formatSeconds(middle(({ seconds }) => seconds)),
    runs.map(({ seconds }) => seconds.toFixed(1)).join(', '),
    String(middle(({ files }) => files)),
    formatBytes(middle(({ bytes }) => bytes)),
  ];
};
const text = `# Downloads

What the files that people take along weigh, and what they cost a build: \`npm run bench:exports\` writes this page.

${formatRuns(RUNS)} each, in turns, after one that fills the caches; the time is the median. ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}. \`EXPORTS=none\` leaves out what no page shows by itself.

${markdownTable(['', 'time', 'each run, s', 'files', 'size'], [row(WITH, 'with exports'), row(WITHOUT, '`EXPORTS=none`')])}

## By kind

${markdownTable(['kind', 'files', 'size', 'one, on average'], kinds(index))}

## Beside them

${markdownTable(['', 'files', 'size', 'compressed, on the line'], [offline(join(ROOT, WITH)), edition(join(ROOT, WITH))])}
`;
await writeMarkdown(REPORT, text);
for (const name of [WITH, WITHOUT]) rmSync(join(ROOT, name), { recursive: true });
console.log(text);
