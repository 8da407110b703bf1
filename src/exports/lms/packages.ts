import { courseWords } from '../../components/site/structured-data.ts';
import { zip } from '../../utils/zip.ts';
import type { BuiltSite, FileContent, MakeFromPages, PageDownload } from '../exporter.ts';
import type { PackageFormat } from './formats.ts';
import { packageUnits } from './exporter.ts';
import { packageFiles, type SharedFiles } from './package-files.ts';
import { packageLesson, pageOf } from './package-lesson.ts';
import type { PackageLesson } from './package-page.ts';
import { partsFiles } from './package-parts.ts';
import { sharedFiles } from './shared-files.ts';

/** The lessons of a package, and the files that their pages share. */
async function packageContent(
  { pages }: PageDownload,
  site: BuiltSite,
): Promise<{ lessons: PackageLesson[]; shared: SharedFiles }> {
  const lessons = packageUnits(site.course).filter(({ path }) => pages.includes(path));
  return {
    lessons: lessons.map((lesson) => packageLesson(lesson, site)),
    shared: await sharedFiles(
      pages.map((page) => pageOf(page, site)),
      site,
    ),
  };
}

/** Returns a function that makes packages of a format. */
export const packageMaker = (format: PackageFormat): MakeFromPages =>
  async function* makePackages(downloads, site) {
    for (const download of downloads) {
      const { lessons, shared } = await packageContent(download, site);
      const [only] = lessons.length === 1 ? lessons : [];
      const files = packageFiles(
        {
          format,
          id: `bb-${only?.id ?? 'course'}`,
          title: download.title,
          description: only?.summary ?? courseWords(lessons.length).description,
          address: site.absolute(download.of),
          site: site.absolute('/'),
          passing: undefined,
          lessons,
        },
        shared,
      );
      yield [download.path, zip(Object.entries(files), download.updated)];
    }
  };

/** Makes the files from which the browser makes packages. */
export async function* makePackageParts(
  downloads: readonly PageDownload[],
  site: BuiltSite,
): AsyncGenerator<[path: string, FileContent]> {
  for (const download of downloads) {
    const { lessons, shared } = await packageContent(download, site);
    yield [download.path, zip(Object.entries(partsFiles(lessons, shared)), download.updated)];
  }
}
