import type { z } from 'zod';
import { ENTRY_KINDS, presentKinds } from '../collections/kinds.ts';
import type { CitingPlace } from '../course/citing-pages.ts';
import type { Course, Finders, RawEntry } from '../course/types.ts';
import type { Permalink } from '../course/permalinks.ts';
import { kindPages, lastingPages, type Route } from '../routes.ts';
import { SIDES } from '../site.ts';
import { balance } from './balance/content.ts';
import { growthPlan } from './growth-plan/content.ts';
import { questions } from './questions/content.ts';
import { timeAudit } from './time-audit/content.ts';
import { TOOLS, type PracticeTool, type ToolContent, type ToolId } from './tools.ts';

/** The content files of the practice tools, by the id of the tool. */
const CONTENT = { balance, questions, growthPlan, timeAudit } satisfies Partial<Record<ToolId, unknown>>;
type Contents = typeof CONTENT;
export type ContentToolId = keyof Contents;
export type ToolsData = { [Id in ContentToolId]: z.infer<Contents[Id]['schema']> };
/** The parsed content files of the tools that a course has. */
export type RawTools = { [Id in ContentToolId]?: RawEntry<ToolsData[Id]> };
/** What the files of these tools say: with ids as references (`data`), and with those resolved (`content`). */
export type Tools = {
  [Id in ContentToolId]?: { data: ToolsData[Id]; content: ReturnType<Contents[Id]['build']> };
};

/** How each file is read and resolved. */
export const TOOL_CONTENT: Record<ContentToolId, ToolContent<unknown, unknown>> = CONTENT;

/** The schemas of the files, by the id of the tool. */
export const TOOL_SCHEMAS = Object.fromEntries(
  Object.entries(CONTENT).map(([id, { schema }]) => [id, schema]),
) as { [Id in ContentToolId]: Contents[Id]['schema'] };

/** Whether a tool has a content file. */
export const isContentTool = (id: string): id is ContentToolId => Object.hasOwn(TOOL_CONTENT, id);

/** Ids of the tools whose content this course can have. */
export const CONTENT_TOOLS: readonly ContentToolId[] = Object.keys(TOOL_CONTENT)
  .filter(isContentTool)
  .filter((id) => SIDES.length > 0 || TOOL_CONTENT[id].needsSides !== true);

/** What `read` makes of the content of each tool of a course. */
const fromTools = <Result>(
  tools: Tools,
  read: (tool: ToolContent<unknown, unknown>, content: unknown, id: ContentToolId) => Result,
): Result[] =>
  CONTENT_TOOLS.flatMap((id) =>
    tools[id] === undefined ? [] : [read(TOOL_CONTENT[id], tools[id].content, id)],
  );

/** Resolves the references of every tool. */
export const buildTools = (raw: RawTools, find: Finders): Tools =>
  Object.fromEntries(
    Object.entries(raw).map(([id, { data }]) => [
      id,
      { data, content: TOOL_CONTENT[id as ContentToolId].build(data, find) },
    ]),
  );

/** The tools' content in the form of course.json. */
export const writeTools = (tools: Tools): Partial<ToolsData> =>
  Object.fromEntries(Object.entries(tools).map(([id, { data }]) => [id, data]));

/** Permalinks on the pages of the tools. */
export const toolLinks = ({ tools, comparisons }: Course): Permalink[] =>
  fromTools(tools, (tool, content) => tool.links?.(content, comparisons) ?? []).flat();

/** What the pages of the tools show of the claims and cite of the sources. */
export const toolCitations = (tools: Tools): CitingPlace[] =>
  fromTools(tools, (tool, content, id) => ({ ...TOOLS[id], ...tool.cites?.(content) }));

const isPresent = (tools: Tools, id: string): boolean => !isContentTool(id) || tools[id] !== undefined;

/** The tools of a course: those without a content file, and those whose file exists. */
export const presentTools = (tools: Tools): PracticeTool[] =>
  Object.entries<PracticeTool>(TOOLS).flatMap(([id, tool]) => (isPresent(tools, id) ? [tool] : []));

/** A tool of a course by its id; undefined if the course has no content for it. */
export const presentTool = (tools: Tools, id: string): PracticeTool | undefined =>
  isPresent(tools, id) ? (TOOLS as Partial<Record<string, PracticeTool>>)[id] : undefined;

/** The pages of the site with a permalink each, without those of tools and kinds of entries that the course lacks. */
export function presentPages({
  tools,
  entries,
}: Pick<Course, 'tools' | 'entries'>): (Route & { title: string })[] {
  const present: readonly string[] = presentKinds(entries).map((id) => ENTRY_KINDS[id].path);
  const absent = new Set([
    ...Object.entries<PracticeTool>(TOOLS).flatMap(([id, { path }]) => (isPresent(tools, id) ? [] : [path])),
    ...kindPages()
      .map(({ path }) => path)
      .filter((path) => !present.includes(path)),
  ]);
  return lastingPages().filter(({ path }) => !absent.has(path));
}

/** The content of a tool, for the tool's page, which exists only in a course with that content. */
export function contentOf<Id extends ContentToolId>(tools: Tools, id: Id): ReturnType<Contents[Id]['build']> {
  const read: Tools[Id] = tools[id];
  if (read === undefined) throw new Error(`The course has no tools/${TOOL_CONTENT[id].file}.`);
  return read.content;
}
