import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { BuiltSite } from '../exports/exporter.ts';
import { cacheFile, dropUnused, readCached, writeCached } from '../utils/cache.ts';
import { filesBelow, type Log } from './steps.ts';

/** Text files. Pictures, fonts and Pagefind's files are compressed already. */
const TEXT = /\.(?:html|css|js|json|svg|txt|xml|md|atom|csv|bib|ris)$/;
/**
 * Bytes below which a file gets no compressed copy. A server sends about 14 kB before it waits for an answer (ten
 * packets, RFC 6928), so the copy of a smaller file would save no round trip. The parts of a page share those packets: its
 * savings add up, most of all those of its several scripts. Nobody waits for a file to take along.
 */
function smallest(file: string): number {
  if (file.endsWith('.js')) return 512;
  if (/\.(?:html|css)$/.test(file)) return 3_072;
  return /\.(?:json|svg)$/.test(file) ? 12_288 : 131_072;
}

/** Whether a file gets a compressed copy. */
const isWorthIt = (file: string): boolean => TEXT.test(file) && statSync(file).size >= smallest(file);

/** Number of files compressed in parallel; libuv has four threads. */
const AT_ONCE = 4;

const asBrotli = promisify(brotliCompress);

/**
 * Writes `.br` copies of text files, so that a server need not compress them. There are no `.gz` copies: every browser
 * reads brotli over HTTPS, and a server compresses for the few other clients itself.
 */
export async function precompress({ folder }: BuiltSite, log: Log): Promise<void> {
  const files = filesBelow(folder)
    .map((name) => join(folder, name))
    .filter(isWorthIt);
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const content = await readFile(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      const cache = cacheFile('brotli', JSON.stringify(params), content);
      const small = readCached(cache) ?? writeCached(cache, await asBrotli(content, { params }));
      await writeFile(`${file}.br`, small);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  dropUnused();
  log.info(`${files.length} files compressed.`);
}
