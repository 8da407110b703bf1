import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../../course/types.ts';
import type { PackageLesson } from './package-page.ts';
import { shortLinkOf } from '../../course/short-link-lock.ts';
import type { BuiltSite } from '../exporter.ts';
import { lessonPart } from './lesson-part.ts';

/** The built page at a path of the site. */
export const pageOf = (path: string, { folder }: BuiltSite): string =>
  readFileSync(join(folder, path, 'index.html'), 'utf8');

/** The key of a lesson: its lasting id or, for one so new that it has none, its own in letters and digits. */
export const lessonKey = ({ id, path }: Lesson): string => shortLinkOf(path) ?? id.replace(/[^a-z\d]/g, '');

/** Each lesson is in a package of every format, and its page is read once. */
const made = new WeakMap<BuiltSite, Map<Lesson, PackageLesson>>();

/** A lesson as packages carry it, with the content of its built page. */
export function packageLesson(lesson: Lesson, site: BuiltSite): PackageLesson {
  const known = made.get(site) ?? new Map<Lesson, PackageLesson>();
  made.set(site, known);
  const { id, path, title, summary, minutes, updated, questions } = lesson;
  const part = known.get(lesson) ?? {
    id,
    key: lessonKey(lesson),
    title,
    summary,
    minutes,
    address: site.absolute(path),
    updated: updated.toISOString().slice(0, 10),
    // Learners judge by themselves what they recall.
    scored: questions.map(({ kind }) => kind !== 'recall'),
    html: lessonPart(pageOf(path, site), lesson, site),
  };
  known.set(lesson, part);
  return part;
}
