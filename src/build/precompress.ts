import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { BuiltSite } from '../exports/exporter.ts';
import { filesBelow } from './built-files.ts';
import type { Log } from './log.ts';

/** Text files. Pictures, fonts and Pagefind's files are compressed already. */
const TEXT = /\.(?:html|css|js|json|svg|txt|xml|md|atom|csv|bib|ris)$/;
/**
 * Bytes below which a file gets no compressed copies. A server sends about 14 kB before it waits for an answer (ten
 * packets, RFC 6928), so a copy would save no round trip. Such files are mostly redirects, QR codes and small embeds.
 */
const SMALL = 4_096;
/** The limit for scripts. A page loads several, so their savings add up: half the bytes of a lesson's scripts. */
const SMALL_SCRIPT = 512;

/** Whether a file gets compressed copies: 270 of the course's 2,430 files do. */
const isWorthIt = (file: string): boolean =>
  TEXT.test(file) && statSync(file).size >= (file.endsWith('.js') ? SMALL_SCRIPT : SMALL);
/** Number of files compressed in parallel; libuv has four threads. */
const AT_ONCE = 4;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Writes `.br` and `.gz` copies of text files, so that servers need not compress them. */
export async function precompress({ folder }: BuiltSite, log: Log): Promise<void> {
  const files = filesBelow(folder)
    .map((name) => join(folder, name))
    .filter(isWorthIt);
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const content = await readFile(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await Promise.all([
        asBrotli(content, { params }).then((bytes) => writeFile(`${file}.br`, bytes)),
        asGzip(content, { level: 9 }).then((bytes) => writeFile(`${file}.gz`, bytes)),
      ]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  log.info(`${files.length} files compressed.`);
}
