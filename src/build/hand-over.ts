import type { ListedDownload } from '../exports/downloads.ts';
import type { Course } from '../course/types.ts';
import type { Edition } from '../course/editions.ts';

/** What the pages were made from. */
export interface BuiltContent {
  course: Course;
  /** Newest first. */
  editions: readonly Edition[];
  /** Every download that the pages link to, in the order of the index. */
  downloads: readonly ListedDownload[];
  /** The picture of the course, where it has one. */
  scene: string | undefined;
}

const KEY = Symbol.for('blueprint-and-build.content');

/**
 * One place in the process. Vite bundles the pages, and Node loads the integration, so each has its own copy of every
 * module; the process's global object is the only thing that both see.
 */
const slot: typeof globalThis & { [KEY]?: BuiltContent } = globalThis;

/** Hands the content from the pages to the steps after them. */
export function handOver(content: BuiltContent): void {
  slot[KEY] = content;
}

/** The content that the pages handed over. */
export function handedOver(): BuiltContent {
  const content = slot[KEY];
  if (content === undefined)
    throw new Error(
      'The pages handed over no content to the steps after them. Remedy: let src/pages/[...file].ts call handOver().',
    );
  return content;
}
