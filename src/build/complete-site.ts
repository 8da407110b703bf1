import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSizes, type PublishedIndex } from '../exports/download-index.ts';
import type { ListedDownload } from '../exports/downloads.ts';
import { addressesOf, type BuiltSite } from '../exports/exporter.ts';
import { availableExporters } from '../exports/from-pages.ts';
import { LICENSE } from '../site.ts';
import { withBase } from '../utils/paths.ts';
import { getCourse, getEditions } from '../course/get-course.ts';
import { publishedLinks } from '../course/short-links.ts';
import { handedOver, type BuiltContent } from './hand-over.ts';
import { writeHostFiles } from './host-files.ts';
import { dropSheets, inlineSheets, joinSheets } from './style-sheets.ts';
import { unpackEditions } from './unpack-editions.ts';
import { filesBelow, type Log } from './steps.ts';
import { checkPermalinks } from './permalink-lock.ts';
import { precompress } from './precompress.ts';
import { indexPages } from './search-index.ts';
import { settings } from './settings.ts';
import { fileSize } from '../utils/file-size.ts';
import { isCacheable, OFFLINE_LIST, type OfflineFile, type OfflineList, hashOf } from '../offline/files.ts';

/** Describes the built site and its content for the build steps. */
async function builtSite({ scene }: BuiltContent): Promise<BuiltSite> {
  const { folder, site: origin, base } = settings;
  const course = await getCourse();
  const [edition] = await getEditions();
  return {
    folder,
    origin,
    base,
    course,
    edition,
    scene,
    links: publishedLinks(course),
    ...addressesOf((path) => new URL(withBase(base, path), origin).href),
  };
}

/** The path at which the site serves a file. */
const pathOf = (name: string): string => `/${name.replace(/(^|\/)index\.html$/, '$1')}`;

/** Writes `/offline.json`: the files that a device caches for the whole course. A change tells it of a new edition. */
async function writeOfflineList({ folder, edition }: BuiltSite, log: Log): Promise<void> {
  const files: OfflineFile[] = [];
  for (const name of filesBelow(folder).sort()) {
    if (!isCacheable(pathOf(name))) continue;
    const content = readFileSync(join(folder, name));
    files.push([pathOf(name), await hashOf(content), content.length]);
  }
  const list: OfflineList = { edition: edition?.number, files };
  writeFileSync(join(folder, OFFLINE_LIST), JSON.stringify(list));
  const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
  log.info(`${files.length} files, ${fileSize(bytes)}, make the whole course.`);
}

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
async function makeDownloads(site: BuiltSite, listed: readonly ListedDownload[], log: Log): Promise<void> {
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

/**
 * Runs all build steps that need built pages.
 * @param log returns the log of a step, by the name of the step
 */
export async function completeSite(log: (step: string) => Log): Promise<void> {
  const content = handedOver();
  const site = await builtSite(content);
  checkPermalinks(site.links, settings.permalinks, log('permalinks'));
  await indexPages(site, log('search'));
  unpackEditions(site, log('editions'));
  joinSheets(site, log('style sheets'));
  // Before style sheets are inlined, because downloads are made from pages that link them.
  await makeDownloads(site, content.downloads, log('downloads'));
  inlineSheets(site);
  dropSheets(site, log('style sheets'));
  // After the steps that write files, because it lists all of them.
  await writeOfflineList(site, log('offline'));
  writeHostFiles(site, settings, log('host files'));
  // Last, because it compresses the files of all steps.
  await precompress(site, log('compression'));
}
