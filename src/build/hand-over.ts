import type { ListedDownload } from '../exports/downloads.ts';

/** What the pages know and the build steps do not. */
export interface BuiltContent {
  /** Every download that the pages link to, in the order of the index. */
  downloads: readonly ListedDownload[];
  /** The picture of the course, if it has one. */
  scene: string | undefined;
}

const KEY = Symbol.for('blueprint-and-build.content');

/**
 * The shared place for the content. Vite bundles the pages and Node loads the integration, so each has its own copy of
 * every module; only the global object of the process is common to both.
 */
const slot: typeof globalThis & { [KEY]?: BuiltContent } = globalThis;

/** Hands the content from the pages to the build steps. */
export function handOver(content: BuiltContent): void {
  slot[KEY] = content;
}

/** The content that the pages handed over. @throws if there is none */
export function handedOver(): BuiltContent {
  const content = slot[KEY];
  if (content === undefined)
    throw new Error(
      'The pages handed over no content to the steps after them. Remedy: let src/pages/[...file].ts call handOver().',
    );
  return content;
}
