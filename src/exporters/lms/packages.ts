import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'node-html-parser';
import type { Course } from '../../lib/course-types.ts';
import { FORMAT_NAME, PACKAGE_FORMATS, type PackageFormat } from '../../lib/lms/formats.ts';
import { packageFiles } from '../../lib/lms/package-files.ts';
import type { PackageLesson } from '../../lib/lms/package-page.ts';
import { lessonPath, withBase } from '../../lib/paths.ts';
import { shortLinkFinder, type ShortLinks } from '../../lib/short-links.ts';
import { COURSE } from '../../lib/structured-data.ts';
import type { BuiltSite, PageDownload, PageExporter } from '../exporter.ts';
import { lessonOfPath, lessonPart } from './lesson-part.ts';
import { sharedFiles } from './shared-files.ts';
import { zipOf } from './zip.ts';

const LESSONS = '/lessons/';

/** What a lesson's page says of itself to machines. */
interface LessonAbout {
  name: string;
  description: string;
  timeRequired: string;
  dateModified: string;
}

const pageOf = (path: string, site: BuiltSite): string =>
  readFileSync(join(site.folder, path, 'index.html'), 'utf8');

/** A lesson as packages carry it. */
function packageLesson(path: string, site: BuiltSite): PackageLesson {
  const html = pageOf(path, site);
  const id = lessonOfPath(path);
  const page = parse(html);
  const data = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
  const about = JSON.parse(data) as LessonAbout;
  const links = JSON.parse(readFileSync(resolve('src/short-links.lock.json'), 'utf8')) as ShortLinks;
  return {
    id,
    // A lesson so new that it has no lasting id has its own, in letters and digits.
    key: shortLinkFinder(links)(path) ?? id.replace(/[^a-z\d]/g, ''),
    title: about.name,
    summary: about.description,
    minutes: Number(/\d+/.exec(about.timeRequired)?.[0]),
    address: `${site.origin}${withBase(site.base, path)}`,
    updated: about.dateModified,
    // What is recalled one judges oneself.
    scored: page
      .querySelectorAll('check-question')
      .map((question) => question.getAttribute('data-kind') !== 'recall'),
    html: lessonPart(html, id, site),
  };
}

/** One package for each lesson, and one for the course. */
function list(format: PackageFormat, { lessons }: Course): PageDownload[] {
  const days = lessons.map(({ updated }) => updated.getTime());
  return [
    ...lessons.map(({ id, path, title, updated }) => ({
      path: `${path}${id}-${format}.zip`,
      of: path,
      title,
      pages: [path],
      updated,
    })),
    {
      path: `${LESSONS}leading-and-managing-${format}.zip`,
      of: LESSONS,
      title: COURSE.name,
      pages: lessons.map(({ id }) => lessonPath(id)),
      updated: new Date(Math.max(...days)),
    },
  ];
}

const packageExporter = (format: PackageFormat): PageExporter => ({
  id: `package-${format}`,
  label: `${FORMAT_NAME[format]} package`,
  type: 'application/zip',
  list: (course) => list(format, course),
  async *make(downloads, site) {
    for (const { path, of, title, pages, updated } of downloads) {
      const lessons = pages.map((page) => packageLesson(page, site));
      const [only] = lessons.length === 1 ? lessons : [];
      const files = packageFiles(
        {
          format,
          id: `bb-${only?.id ?? 'course'}`,
          title,
          description: only?.summary ?? COURSE.description,
          address: `${site.origin}${withBase(site.base, of)}`,
          site: `${site.origin}${withBase(site.base, '/')}`,
          passing: undefined,
          lessons,
        },
        await sharedFiles(
          pages.map((page) => pageOf(page, site)),
          site,
        ),
      );
      yield [path, zipOf(files, updated)];
    }
  },
});

/** Packages for learning systems, one exporter for each format. */
export const PACKAGE_EXPORTERS: readonly PageExporter[] = PACKAGE_FORMATS.map(packageExporter);
