import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measuredRun, type Limit, type MeasuredRun } from './measured-run.ts';
import { WORK } from './places.ts';
import { buildFolder, type Tool } from './tools.ts';

/** Writes a course in the form of a tool into a new folder without caches. */
export function writeSite(tool: Tool, lessons: number, content: string): string {
  const folder = buildFolder(tool, lessons);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  tool.write(folder, content);
  return folder;
}

/**
 * Settings for comparisons and growth: without downloads, which no peer makes. The log of a whole build says what each kind costs.
 */
export const PAGES_ALONE = { EXPORTS: 'none' } as const;

/**
 * Builds a site written by `writeSite`.
 * @param env additional environment variables
 */
export function buildSite(
  tool: Tool,
  lessons: number,
  limit: Limit,
  env: Readonly<Record<string, string>> = {},
): Promise<MeasuredRun> {
  const [script = '', ...rest] = tool.command;
  return measuredRun(
    [join(tool.home, script), ...rest],
    buildFolder(tool, lessons),
    logOf(tool, lessons),
    limit,
    env,
  );
}

/** Builds a site, or fails. Returns the folder of the built site. */
export async function requireSite(
  tool: Tool,
  lessons: number,
  content: string,
  limit: Limit,
): Promise<string> {
  console.log(`Building ${lessons} lessons with ${tool.name} ...`);
  const folder = writeSite(tool, lessons, content);
  const { failure } = await buildSite(tool, lessons, limit);
  if (failure === undefined) return join(folder, tool.dist);
  const log = readFileSync(logOf(tool, lessons), 'utf8').trim().split('\n').slice(-15).join('\n');
  throw new Error(
    `${tool.name} did not build ${lessons} lessons (${failure}). The end of its output:\n${log}`,
  );
}

/** File for the output of a tool. */
export const logOf = (tool: Tool, lessons: number): string => join(WORK, 'logs', `${tool.id}-${lessons}.log`);
