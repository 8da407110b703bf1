import type { BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { addMissingIds, publishedLinks } from '../course/short-link-lock.ts';
import { makeDownloads } from './downloads.ts';
import { handedOver, type BuiltContent } from './hand-over.ts';
import { writeHostFiles } from './host-files.ts';
import { inlineSheets } from './inline-sheets.ts';
import { unpackEditions } from './kept-editions.ts';
import type { Log } from './log.ts';
import { writeOfflineList } from './offline-list.ts';
import { joinSheets } from './page-sheets.ts';
import { checkPermalinks } from './permalink-lock.ts';
import { precompress } from './precompress.ts';
import { indexPages } from './search-index.ts';
import { settings } from './settings.ts';

/** The site that the pages left, with the content that they were made from. */
function builtSite({ course, editions, scene }: BuiltContent): BuiltSite {
  const { folder, site: origin, base, permalinks } = settings;
  if (permalinks === 'write') addMissingIds(course);
  return {
    folder,
    origin,
    base,
    course,
    edition: editions[0],
    scene,
    links: publishedLinks(course),
    absolute: (path) => new URL(withBase(base, path), origin).href,
  };
}

/**
 * Makes everything that needs built pages.
 * @param log gives each step a log of its name
 */
export async function completeSite(log: (step: string) => Log): Promise<void> {
  const content = handedOver();
  const site = builtSite(content);
  checkPermalinks(site.links, settings.permalinks, log('permalinks'));
  await indexPages(site, log('search'));
  unpackEditions(site, log('editions'));
  joinSheets(site, log('style sheets'));
  // From pages that are whole, with linked sheets.
  await makeDownloads(site, content.downloads, log('downloads'));
  await inlineSheets(site);
  // Of all files that are there by now.
  await writeOfflineList(site, log('offline'));
  await writeHostFiles(site, settings, log('host files'));
  // Last: it compresses what the others wrote.
  await precompress(site, log('compression'));
}
