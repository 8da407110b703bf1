import { parse, type HTMLElement } from 'node-html-parser';
import type { Lesson } from '../../course/types.ts';
import { idInPackage } from './package-page.ts';
import { withoutBase } from '../../utils/paths.ts';
import type { BuiltSite } from '../exporter.ts';

/** What is of the site and not of the lesson, or keeps things in the browser. */
const LEFT_OUT = 'script, [data-omit~=file], [data-omit~=package]';
/** Attributes that hold ids, one or several. */
const ID_ATTRIBUTES = [
  'id',
  'for',
  'headers',
  'popovertarget',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
];

/** Where a link of a lesson's page leads from a package; see `PackageLesson.html`. */
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
 * The content of a lesson's built page as a package carries it: without what belongs to the site, its ids prefixed so
 * that several lessons can stand in one page, its links made ready to lead out.
 */
export function lessonPart(html: string, { id: lesson }: Lesson, site: BuiltSite): string {
  const page = parse(html, { comment: false });
  const prose = page.querySelector('.lesson article .prose');
  const contents = page.querySelector('lesson-toc nav');
  if (prose === null || contents === null) throw new Error(`The page of the lesson "${lesson}" has changed.`);
  for (const heading of prose.querySelectorAll('[data-omit~=package] [id]'))
    contents.querySelector(`a[href="#${heading.id}"]`)?.closest('li')?.remove();
  for (const part of [prose, contents]) {
    for (const each of part.querySelectorAll('copy-link')) {
      // Links that copy their address copy that of the learning system.
      each.remove();
    }
    for (const each of part.querySelectorAll(LEFT_OUT)) each.remove();
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
