import { requireSite } from './build-site.ts';
import type { Limit } from './measured-run.ts';
import { CONTENT } from './places.ts';
import { serve, type Served } from './serve.ts';
import { TOOLS, type Tool, type ToolId } from './tools.ts';

/** The served site of the real course, built by a tool. */
export interface Site {
  tool: Tool;
  dist: string;
  served: Served;
}

/** Builds the real course with every tool, and serves the sites during a callback. */
export async function withSites<T>(
  lessons: number,
  limit: Limit,
  use: (sites: readonly Site[]) => Promise<T>,
): Promise<T> {
  const sites: Site[] = [];
  try {
    for (const tool of TOOLS) {
      const dist = await requireSite(tool, lessons, CONTENT, limit);
      sites.push({ tool, dist, served: await serve(dist) });
    }
    return await use(sites);
  } finally {
    await Promise.all(sites.map(({ served }) => served.close()));
  }
}

/**
 * Measures the sites in turns (A, B, C, D, A, B, ...), so that other load on the machine affects all of them equally. The
 * first turn warms up the machine and the server, and does not count.
 */
export async function inTurns<T>(
  what: string,
  sites: readonly Site[],
  runs: number,
  measure: (site: Site) => Promise<T>,
): Promise<Record<ToolId, T[]>> {
  const taken: Record<ToolId, T[]> = { ours: [], starlight: [], docusaurus: [], vitepress: [] };
  for (let run = 0; run <= runs; run += 1) {
    console.log(`${what}: ${run === 0 ? 'warming up' : `run ${run} of ${runs}`} ...`);
    for (const site of sites) {
      let value: T;
      try {
        value = await measure(site);
      } catch (error) {
        throw new Error(`${what} could not be measured with ${site.tool.name}.`, { cause: error });
      }
      if (run > 0) taken[site.tool.id].push(value);
    }
  }
  return taken;
}

/** Makes a value for each tool. */
export const perTool = <From, To>(
  values: Record<ToolId, From>,
  make: (value: From) => To,
): Record<ToolId, To> => ({
  ours: make(values.ours),
  starlight: make(values.starlight),
  docusaurus: make(values.docusaurus),
  vitepress: make(values.vitepress),
});
