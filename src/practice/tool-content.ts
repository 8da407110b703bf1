import type { z } from 'zod';
import type { Claim, Comparison, Lesson, RawEntry, Source } from '../course/types.ts';
import type { Permalink } from '../course/permalinks.ts';

/** Checks that ids of some kind exist. */
export type CheckIds = (
  file: string,
  field: string,
  kind: 'lesson' | 'claim' | 'source',
  used: readonly string[],
) => void;

/** Looks up the ids that the checks have proved to exist. */
export interface Resolve {
  lesson(id: string): Lesson;
  claims(ids: readonly string[]): Claim[];
  sources(ids: readonly string[]): Source[];
}

/** The content file of a practice tool and its ways through the build. */
export interface ToolContent<Data, Content> {
  /** Name of the file below `tools` in the content folder; a course without it has no such tool. */
  file: string;
  schema: z.ZodType<Data>;
  /** Whether the tool is absent from a course without sides, even with its file. */
  needsSides?: true;
  /** Checks the references of the file. */
  check?(entry: RawEntry<Data>, checkIds: CheckIds): void;
  /** Resolves the references of the file. */
  build(data: Data, resolve: Resolve): Content;
  /** The summary, where it depends on the content; the others are in `tools.ts`. */
  summary?(content: Content): string;
  /** The content in course.json, its references as ids again. */
  write(content: Content): Data;
  /** Lasting addresses on the tool's page. */
  links?(content: Content, comparisons: readonly Comparison[]): Permalink[];
}

/** Infers the types of a tool's content from its schema and `build`. */
export const toolContent = <Data, Content>(content: ToolContent<Data, Content>): ToolContent<Data, Content> =>
  content;

export const idsOf = (items: readonly { id: string }[]): string[] => [...new Set(items.map(({ id }) => id))];
