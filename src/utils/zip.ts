import { zipSync, type Zippable } from 'fflate';

/** A date in the form of a zip, which has no time zone and no year before 1980, so that all machines write the same bytes. */
const archiveTime = (date: Date): Date =>
  new Date(Math.max(1980, date.getUTCFullYear()), date.getUTCMonth(), date.getUTCDate());

/** What is compressed already, and the type of an e-book, which has to be readable. */
const STORED = /^mimetype$|\.(?:docx|epub|pdf|png|pptx|woff2|zip)$/;

/** A zip archive with the same bytes in every build. */
export function zip(
  files: Iterable<readonly [name: string, content: string | Uint8Array]>,
  updated: Date,
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, content] of files)
    entries[name] = [
      typeof content === 'string' ? encoder.encode(content) : content,
      { level: STORED.test(name) ? 0 : 9, mtime: archiveTime(updated) },
    ];
  return new Uint8Array(zipSync(entries));
}
