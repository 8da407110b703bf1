import { zipSync } from 'fflate';

/** A zip of these files, in their order, all dated with one day, so that the same content gives the same bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, day: Date): Uint8Array<ArrayBuffer> {
  // Zips have local times: noon of that day, wherever the build runs.
  const mtime = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  return new Uint8Array(zipSync(files, { level: 9, mtime }));
}
