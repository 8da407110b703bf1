import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSizes, type PublishedIndex } from '../exports/download-index.ts';
import type { ListedDownload } from '../exports/downloads.ts';
import type { BuiltSite } from '../exports/exporter.ts';
import { availableExporters } from '../exports/from-pages.ts';
import { LICENSE } from '../site.ts';
import type { Log } from './steps.ts';

/** Makes and writes the downloads that are made from built pages. */
async function makeFromPages(site: BuiltSite, log: Log): Promise<void> {
  for (const exporter of availableExporters()) {
    const wanted = exporter.list(site.course);
    if (wanted.length === 0) continue;
    const started = performance.now();
    const make = await exporter.load();
    for await (const [path, content] of make(wanted, site)) {
      mkdirSync(dirname(join(site.folder, path)), { recursive: true });
      writeFileSync(join(site.folder, path), content);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    log.info(`${exporter.label}: ${wanted.length} in ${seconds} s.`);
  }
}

/**
 * Makes the downloads from built pages, then writes `/downloads.json` with the size and hash of every download, and the
 * sizes into the page that lists them.
 * @param listed every download, including those made from the content
 */
export async function makeDownloads(
  site: BuiltSite,
  listed: readonly ListedDownload[],
  log: Log,
): Promise<void> {
  await makeFromPages(site, log);
  const index: PublishedIndex = {
    $schema: site.absolute('/downloads.schema.json'),
    license: LICENSE.spdx,
    edition: site.edition?.number,
    downloads: listed.map((download) => {
      const content = readFileSync(join(site.folder, download.path));
      return {
        ...download,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      };
    }),
  };
  writeFileSync(join(site.folder, 'downloads.json'), JSON.stringify(index));
  const page = join(site.folder, 'trainers/downloads/index.html');
  const sizes = new Map(index.downloads.map(({ path, bytes }) => [path, bytes]));
  writeFileSync(page, withSizes(readFileSync(page, 'utf8'), sizes));
}
