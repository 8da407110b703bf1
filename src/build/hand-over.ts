import type { Course } from '../lib/course-types.ts';
import type { Edition } from '../lib/editions.ts';

/** What the pages were made from. */
export interface BuiltContent {
  course: Course;
  /** Newest first. */
  editions: readonly Edition[];
}

const KEY = Symbol.for('blueprint-and-build.content');

/**
 * One place in the process. Vite bundles the pages, and Node loads the integration, so each has its own copy of every
 * module; the process's global object is the only thing that both see.
 */
const slot: { [KEY]?: BuiltContent } = globalThis;

/** Hands the content from the pages to the steps after them. */
export function handOver(content: BuiltContent): void {
  slot[KEY] = content;
}

/** The content that the pages handed over. */
export function handedOver(): BuiltContent {
  const content = slot[KEY];
  if (content === undefined)
    throw new Error(
      'The pages handed over no content to the steps after them. Remedy: keep a page that calls getEditions() in src/editions.ts, as links.json.ts does.',
    );
  return content;
}
