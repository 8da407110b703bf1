import type { BuiltSite } from '../exporters/exporter.ts';

/** What a step tells whoever builds. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}

/** Something that is done to the built site once all pages are there. */
export interface Step {
  /** Stands before what it tells: "search-index". */
  name: string;
  /** @throws {AuthorError} where the content or its locks must be mended */
  run(site: BuiltSite, log: Log): void | Promise<void>;
}
