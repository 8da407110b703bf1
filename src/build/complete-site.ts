import { addressesOf, type BuiltSite } from '../exports/exporter.ts';
import { withBase } from '../utils/paths.ts';
import { getCourse, getEditions } from '../course/get-course.ts';
import { publishedLinks } from '../course/short-link-lock.ts';
import { makeDownloads } from './downloads.ts';
import { handedOver, type BuiltContent } from './hand-over.ts';
import { writeHostFiles } from './host-files.ts';
import { inlineSheets } from './inline-sheets.ts';
import { unpackEditions } from './unpack-editions.ts';
import type { Log } from './log.ts';
import { writeOfflineList } from './offline-list.ts';
import { joinSheets } from './page-sheets.ts';
import { checkPermalinks } from './permalink-lock.ts';
import { precompress } from './precompress.ts';
import { indexPages } from './search-index.ts';
import { settings } from './settings.ts';

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
  await inlineSheets(site);
  // After the steps that write files, because it lists all of them.
  await writeOfflineList(site, log('offline'));
  await writeHostFiles(site, settings, log('host files'));
  // Last, because it compresses the files of all steps.
  await precompress(site, log('compression'));
}
