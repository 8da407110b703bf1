import { zipSync, type Zippable } from 'fflate';

/** A zip keeps local time without its zone: this is the same local time everywhere. */
const localDate = (date: Date): Date =>
  new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours());

/** Packs files so that the same files give the same bytes: in the order of their names, all with one date. */
export function fixedZip(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  updated: Date,
): Uint8Array<ArrayBuffer> {
  const mtime = localDate(updated);
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const pictures = /\.(?:png|jpe?g)$/;
  const entries = sorted.map(([name, content]): [string, Zippable[string]] => [
    name,
    [content, { mtime, level: pictures.test(name) ? 0 : 9 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
