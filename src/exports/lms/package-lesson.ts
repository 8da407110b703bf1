import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { isoDay } from '../../utils/dates.ts';
import { withoutBase } from '../../utils/paths.ts';
import type { BuiltSite } from '../exporter.ts';
import { unitKey, type PackageUnit } from './exporter.ts';
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
function unitHtml(html: string, { id: lesson }: PackageUnit, site: BuiltSite): string {
  const page = parse(html, { comment: false });
  const prose = page.querySelector('article.prose, article .prose');
  if (prose === null) throw new Error(`The page of "${lesson}" has changed.`);
  const contents = page.querySelector('lesson-toc nav');
  for (const heading of prose.querySelectorAll('[data-omit~=package] [id]'))
    contents?.querySelector(`a[href="#${heading.id}"]`)?.closest('li')?.remove();
  contents?.querySelector('details')?.setAttribute('open', '');
  const parts = contents === null ? [prose] : [prose, contents];
  for (const part of parts) {
    // In a package, these links would copy an address of the learning system.
    for (const each of part.querySelectorAll('copy-link')) each.remove();
    for (const each of part.querySelectorAll(REMOVED)) each.remove();
  }
  const end = `<p class="note lesson-end">You have reached the end of this ${contents === null ? 'case' : 'lesson'}.</p>`;
  const sources = prose.querySelector('section[aria-labelledby="sources"]');
  if (sources === null) prose.insertAdjacentHTML('beforeend', end);
  else sources.insertAdjacentHTML('beforebegin', end);
  for (const part of parts)
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
  return contents === null
    ? prose.outerHTML
    : `<div class="lesson"><article>${prose.outerHTML}</article><aside><div class="toc">${contents.outerHTML}</div></aside></div>`;
}

/** The built page at a path of the site. */
export const pageOf = (path: string, { folder }: BuiltSite): string =>
  readFileSync(join(folder, path, 'index.html'), 'utf8');

/** Cache, because each lesson is in packages of every format. */
const made = new WeakMap<BuiltSite, Map<string, PackageLesson>>();

/** A lesson for packages, with the content of its built page. */
export function packageLesson(unit: PackageUnit, site: BuiltSite): PackageLesson {
  const known = made.get(site) ?? new Map<string, PackageLesson>();
  made.set(site, known);
  const { id, path, title, summary, minutes, updated, checks } = unit;
  const packaged = known.get(path) ?? {
    id,
    key: unitKey(unit),
    title,
    summary,
    minutes,
    address: site.absolute(path),
    updated: isoDay(updated),
    // Learners assess their own answers to recall questions.
    scored: checks.map(({ kind }) => kind !== 'recall'),
    html: unitHtml(pageOf(path, site), unit, site),
  };
  known.set(path, packaged);
  return packaged;
}
