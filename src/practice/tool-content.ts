import type { z } from 'zod';
import type { CitingPlace } from '../course/citing-pages.ts';
import type { Claim, Comparison, Lesson, Source } from '../course/types.ts';
import type { Permalink } from '../course/permalinks.ts';

/** Lookup functions for ids that the checks have verified. */
export interface Resolve {
  lesson(id: string): Lesson;
  claims(ids: readonly string[]): Claim[];
  sources(ids: readonly string[]): Source[];
}

/** Describes the content file of a practice tool: how it is resolved and written. */
export interface ToolContent<Data, Content> {
  /** Name of the file below `tools` in the content folder; a course without it has no such tool. */
  file: string;
  schema: z.ZodType<Data>;
  /** A course without sides does not have the tool, even if its file exists. */
  needsSides?: true;
  /** Resolves the references of the file. */
  build(data: Data, resolve: Resolve): Content;
  /** The summary, if it depends on the content; others are in `tools.ts`. */
  summary?(content: Content): string;
  /** The claims and sources that the tool's page shows. */
  cites?(content: Content): Pick<CitingPlace, 'claims' | 'sources'>;
  /** The content in the form of course.json, with ids as references. */
  write(content: Content): Data;
  /** Permalinks on the tool's page. */
  links?(content: Content, comparisons: readonly Comparison[]): Permalink[];
}

/** Infers the types of a tool's content from its schema and `build`. */
export const toolContent = <Data, Content>(content: ToolContent<Data, Content>): ToolContent<Data, Content> =>
  content;

export const idsOf = (items: readonly { id: string }[]): string[] => [...new Set(items.map(({ id }) => id))];
