import { strToU8, zipSync } from 'fflate';

/**
 * Files as a zip. Names are sorted and all bear one day, so that the same files give the same bytes, in whatever time
 * zone: a zip has no zone, and the library writes local time.
 */
export function zip(
  files: Iterable<readonly [name: string, content: string]>,
  day: Date,
): Uint8Array<ArrayBuffer> {
  const mtime = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([name, content]) => [name, [strToU8(content), { mtime }]])));
}
