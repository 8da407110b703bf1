import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paint, Scores } from './lighthouse.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { PageLoad } from './page-load.ts';
import { ROOT } from './places.ts';
import type { SearchRun } from './measure-search.ts';
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

/** The scores of a page that represents its kind. */
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

/** The builds of a size with one tool. */
export interface BuildRow {
  tool: ToolId;
  lessons: number;
  day: string;
  limit: string;
  first: MeasuredRun;
  /** The built site; undefined if the build failed. */
  built: BuiltSite | undefined;
}

export interface BuiltSite {
  /** Build after an edit of one lesson. */
  again: MeasuredRun;
  pages: number;
  indexBytes: number;
  lesson: PageLoad;
}

/** Milliseconds of an interaction, of all its runs. */
export interface Taken {
  median: number;
  least: number;
}

/** Each interaction with our pages, by its name. */
export interface InteractionsResult {
  day: string;
  runs: number;
  taken: Record<string, Taken>;
}

export interface Results {
  pages?: PagesResult;
  kinds?: KindsResult;
  search?: SearchResult;
  interactions?: InteractionsResult;
  build?: BuildRow[];
}

// In the repository, so that one part can be measured again without the others.
const FILE = join(ROOT, 'docs/benchmarks.json');

/** Reads the results of this and earlier runs. */
export const readResults = (): Results =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Results) : {};

/** Saves a part of the results; other parts do not change. */
export function saveResults(part: Results): void {
  writeFileSync(FILE, `${JSON.stringify({ ...readResults(), ...part }, null, 2)}\n`);
}

/** Today's date, for results. */
export const today = (): string => new Date().toISOString().slice(0, 10);
