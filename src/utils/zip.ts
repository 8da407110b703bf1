import { zipSync, type Zippable } from 'fflate';

/** A moment of the archive's clock, which has no time zone and no year before 1980: the same bytes on every machine. */
const archiveTime = (date: Date): Date =>
  new Date(Math.max(1980, date.getUTCFullYear()), date.getUTCMonth(), date.getUTCDate());

/**
 * An archive that has the same bytes in every build: its entries in the given order, and of one date.
 * @param stored names of entries that are not compressed
 */
export function zip(
  files: Iterable<readonly [name: string, content: string | Uint8Array]>,
  updated: Date,
  stored: ReadonlySet<string> = new Set(),
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const [name, content] of files)
    entries[name] = [
      typeof content === 'string' ? encoder.encode(content) : content,
      { level: stored.has(name) ? 0 : 9, mtime: archiveTime(updated) },
    ];
  return new Uint8Array(zipSync(entries));
}
