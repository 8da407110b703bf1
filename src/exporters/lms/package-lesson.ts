import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'node-html-parser';
import type { PackageLesson } from '../../lib/lms/package-page.ts';
import { withBase } from '../../lib/paths.ts';
import { shortLinkFinder, type ShortLinks } from '../../lib/short-links.ts';
import type { BuiltSite } from '../exporter.ts';
import { lessonOfPath, lessonPart } from './lesson-part.ts';

/** What a lesson's page says of itself to machines. */
interface LessonAbout {
  name: string;
  description: string;
  timeRequired: string;
  dateModified: string;
}

/** The built page at a path of the site. */
export const pageOf = (path: string, site: BuiltSite): string =>
  readFileSync(join(site.folder, path, 'index.html'), 'utf8');

let findShortLink: ReturnType<typeof shortLinkFinder> | undefined;

/** The key of a lesson: its lasting id or, for one so new that it has none, its own in letters and digits. */
export function lessonKey(path: string): string {
  findShortLink ??= shortLinkFinder(
    JSON.parse(readFileSync(resolve('src/short-links.lock.json'), 'utf8')) as ShortLinks,
  );
  return findShortLink(path) ?? lessonOfPath(path).replace(/[^a-z\d]/g, '');
}

/** A lesson as packages carry it, from its built page. */
export function packageLesson(path: string, site: BuiltSite): PackageLesson {
  const html = pageOf(path, site);
  const id = lessonOfPath(path);
  const page = parse(html);
  const data = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
  const about = JSON.parse(data) as LessonAbout;
  return {
    id,
    key: lessonKey(path),
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
