import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paint, Scores } from './lighthouse.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { PageLoad } from './page-load.ts';
import { ROOT } from './places.ts';
import type { SearchRun } from './search-run.ts';
import type { ToolId } from './tools.ts';

type PerTool<Value> = Record<ToolId, Value>;

/** Scores on a phone and on a desktop. */
export interface FormScores {
  phone: Scores;
  desktop: Scores;
}

export interface PagesResult {
  day: string;
  runs: number;
  scoreRuns: number;
  lesson: PerTool<PageLoad>;
  average: PerTool<PageLoad>;
  paint: PerTool<Paint>;
  scores: PerTool<FormScores>;
}

/** The scores of a page of ours that stands for its kind. */
export interface KindScores extends FormScores {
  path: string;
  noindex: boolean;
}

export interface KindsResult {
  day: string;
  runs: number;
  kinds: KindScores[];
}

export interface SearchResult {
  day: string;
  runs: number;
  costs: PerTool<SearchRun>;
}

/** One tool's builds of one size. */
export interface BuildRow {
  tool: ToolId;
  lessons: number;
  day: string;
  limit: string;
  first: MeasuredRun;
  /** What was built; undefined where nothing was. */
  built: BuiltSite | undefined;
}

export interface BuiltSite {
  /** After one lesson's edit. */
  again: MeasuredRun | undefined;
  pages: number;
  indexBytes: number;
  lesson: PageLoad;
}

export interface Results {
  pages?: PagesResult;
  kinds?: KindsResult;
  search?: SearchResult;
  build?: BuildRow[];
}

// Kept with the project, so that one part can be measured again and the page still has the others.
const FILE = join(ROOT, 'docs/benchmarks.json');

/** What was measured before, in this run or another. */
export const readResults = (): Results =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};

/** Remembers a part of the results; the other parts stay. */
export function saveResults(part: Results): void {
  writeFileSync(FILE, `${JSON.stringify({ ...readResults(), ...part }, null, 2)}\n`);
}

/** Today, as results are dated. */
export const today = (): string => new Date().toISOString().slice(0, 10);
