import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Lesson } from '../../course/types.ts';
import { isoDay } from '../../utils/dates.ts';
import { withoutBase } from '../../utils/paths.ts';
import type { BuiltSite } from '../exporter.ts';
import { lessonKey } from './exporter.ts';
import { idInPackage, type PackageLesson } from './package-page.ts';

/** Elements that belong to the site, or that store data in the browser. */
const REMOVED = 'script, [data-omit~=file], [data-omit~=package]';
/** Attributes that contain ids, one or several. */
const ID_ATTRIBUTES = [
  'id',
  'for',
  'headers',
  'popovertarget',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
];

/** The target of a link in a package; see `PackageLesson.html`. */
function linkInPackage(href: string, lesson: string, site: BuiltSite): string {
  if (href.startsWith('#')) return `#${idInPackage(lesson, href.slice(1))}`;
  const { pathname, hash, origin, href: whole } = new URL(href, `${site.origin}${site.base}`);
  const path = withoutBase(site.base, pathname);
  const linked =
    origin === site.origin ? site.course.lessons.find((other) => other.path === path) : undefined;
  return linked === undefined ? whole : `lesson:${linked.id}${hash}`;
}

function prefixIds(element: HTMLElement, lesson: string): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const changed = ID_ATTRIBUTES.includes(name)
      ? value
          .split(/\s+/)
          .map((id) => idInPackage(lesson, id))
          .join(' ')
      : value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${idInPackage(lesson, id)})`);
    if (changed !== value) element.setAttribute(name, changed);
  }
}

/**
 * The content of a lesson's built page for a package: without elements of the site, with prefixed ids, so that one page
 * can contain several lessons, and with links that work in a package.
 */
function lessonHtml(html: string, { id: lesson }: Lesson, site: BuiltSite): string {
  const page = parse(html, { comment: false });
  const prose = page.querySelector('.lesson article .prose');
  const contents = page.querySelector('lesson-toc nav');
  if (prose === null || contents === null) throw new Error(`The page of the lesson "${lesson}" has changed.`);
  for (const heading of prose.querySelectorAll('[data-omit~=package] [id]'))
    contents.querySelector(`a[href="#${heading.id}"]`)?.closest('li')?.remove();
  for (const part of [prose, contents]) {
    // In a package, these links would copy an address of the learning system.
    for (const each of part.querySelectorAll('copy-link')) each.remove();
    for (const each of part.querySelectorAll(REMOVED)) each.remove();
  }
  prose
    .querySelector('section[aria-labelledby="sources"]')
    ?.insertAdjacentHTML(
      'beforebegin',
      '<p class="note lesson-end">You have reached the end of this lesson.</p>',
    );
  for (const part of [prose, contents])
    for (const element of part.querySelectorAll('*')) {
      for (const name of Object.keys(element.attributes))
        if (name.startsWith('data-record')) element.removeAttribute(name);
      prefixIds(element, lesson);
      const href = element.getAttribute('href');
      if (element.rawTagName.toLowerCase() !== 'a' || href === undefined) continue;
      const target = linkInPackage(href, lesson, site);
      element.setAttribute('href', target);
      if (!/^(?:#|lesson:)/.test(target)) {
        element.setAttribute('target', '_blank');
        element.setAttribute('rel', 'noopener');
        element.removeAttribute('download');
      }
    }
  return `<div class="lesson"><article>${prose.outerHTML}</article><aside><div class="toc">${contents.outerHTML}</div></aside></div>`;
}

/** The built page at a path of the site. */
export const pageOf = (path: string, { folder }: BuiltSite): string =>
  readFileSync(join(folder, path, 'index.html'), 'utf8');

/** Cache, because each lesson is in packages of every format. */
const made = new WeakMap<BuiltSite, Map<Lesson, PackageLesson>>();

/** A lesson for packages, with the content of its built page. */
export function packageLesson(lesson: Lesson, site: BuiltSite): PackageLesson {
  const known = made.get(site) ?? new Map<Lesson, PackageLesson>();
  made.set(site, known);
  const { id, path, title, summary, minutes, updated, checks } = lesson;
  const packaged = known.get(lesson) ?? {
    id,
    key: lessonKey(lesson),
    title,
    summary,
    minutes,
    address: site.absolute(path),
    updated: isoDay(updated),
    // Learners assess their own answers to recall questions.
    scored: checks.map(({ kind }) => kind !== 'recall'),
    html: lessonHtml(pageOf(path, site), lesson, site),
  };
  known.set(lesson, packaged);
  return packaged;
}
