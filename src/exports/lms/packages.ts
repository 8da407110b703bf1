import { readFileSync } from 'node:fs';
import { join, basename, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import type { HTMLElement } from 'node-html-parser';
import { isoDay } from '../../utils/dates.ts';
import { withoutBase } from '../../utils/paths.ts';
import { builtPage, pageHtml, prefixIds, removeAll } from '../built-page.ts';
import { makeEach, type BuiltSite, type MakeFromPages, type PageDownload } from '../exporter.ts';
import { unitKey, type PackageUnit, packageUnits } from './exporter.ts';
import { siteValues } from '../../build/vite-plugins.ts';
import {
  idInPackage,
  packageFiles,
  partsFiles,
  type PackageLesson,
  type SharedFiles,
} from './package-files.ts';
import { courseWords } from '../../components/site/structured-data.ts';
import { zip } from '../../utils/zip.ts';
import type { PackageFormat } from './package-choice.ts';

/** Elements that belong to the site, or that store data in the browser. */
const REMOVED = 'script, [data-omit~=file], [data-omit~=package]';
/** The target of a link in a package; see `PackageLesson.html`. */
function linkInPackage(href: string, lesson: string, site: BuiltSite): string {
  if (href.startsWith('#')) return `#${idInPackage(lesson, href.slice(1))}`;
  const { pathname, hash, origin, href: whole } = new URL(href, `${site.origin}${site.base}`);
  const path = withoutBase(site.base, pathname);
  const linked =
    origin === site.origin ? site.course.lessons.find((other) => other.path === path) : undefined;
  return linked === undefined ? whole : `lesson:${linked.id}${hash}`;
}

/**
 * The content of a lesson's built page for a package: without elements of the site, with prefixed ids, so that one page
 * can contain several lessons, and with links that work in a package.
 */
function unitHtml(page: HTMLElement, { id: lesson }: PackageUnit, site: BuiltSite): string {
  const prose = page.querySelector('article.entry, article .prose');
  if (prose === null) throw new Error(`The page of "${lesson}" has changed.`);
  const contents = page.querySelector('lesson-toc nav');
  for (const heading of prose.querySelectorAll('[data-omit~=package] [id]'))
    contents?.querySelector(`a[href="#${heading.id}"]`)?.closest('li')?.remove();
  contents?.querySelector('details')?.setAttribute('open', '');
  const parts = contents === null ? [prose] : [prose, contents];
  for (const part of parts) {
    // In a package, these links would copy an address of the learning system.
    removeAll(part, 'copy-link');
    removeAll(part, REMOVED);
  }
  const end = (what: string): string =>
    `<p class="note lesson-end">You have reached the end of this ${what}.</p>`;
  const walk = prose.querySelector('case-walk');
  walk?.setAttribute('data-reported', '');
  for (const ending of walk?.querySelectorAll('[data-ending]') ?? [])
    ending.insertAdjacentHTML('beforeend', end('case'));
  const sources = prose.querySelector('section[aria-labelledby="sources"]');
  if (walk === null) {
    if (sources === null) prose.insertAdjacentHTML('beforeend', end('lesson'));
    else sources.insertAdjacentHTML('beforebegin', end('lesson'));
  }
  for (const part of parts) {
    // A case is alone in its package, and its ways and its map name its scenes.
    if (walk === null) prefixIds(part, idInPackage(lesson, ''));
    for (const element of part.querySelectorAll('*')) {
      for (const name of Object.keys(element.attributes))
        if (name.startsWith('data-record')) element.removeAttribute(name);
      const href = element.getAttribute('href');
      if (element.rawTagName.toLowerCase() !== 'a' || href === undefined) continue;
      const target = walk !== null && href.startsWith('#') ? href : linkInPackage(href, lesson, site);
      element.setAttribute('href', target);
      if (!/^(?:#|lesson:)/.test(target)) {
        element.setAttribute('target', '_blank');
        element.setAttribute('rel', 'noopener');
        element.removeAttribute('download');
      }
    }
  }
  return contents === null
    ? prose.outerHTML
    : `<div class="lesson"><article>${prose.outerHTML}</article><aside><div class="toc">${contents.outerHTML}</div></aside></div>`;
}

/** Cache, because each lesson is in packages of every format. */
const made = new WeakMap<BuiltSite, Map<string, PackageLesson>>();

function packageLesson(unit: PackageUnit, site: BuiltSite): PackageLesson {
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
    html: unitHtml(builtPage(site, path), unit, site),
  };
  known.set(path, packaged);
  return packaged;
}

const SHEET = /<link rel="stylesheet" href="([^"]+)"( media="print")?>/g;
const FONT = /url\(([^)]+\.woff2)\)/g;

/** Bundles the script of a package into one file that runs from any folder, and its style sheets, by name. */
async function bundle(): Promise<{ script: string; sheets: Map<string, string> }> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    plugins: [siteValues(), tailwindcss({ optimize: false })],
    publicDir: false,
    logLevel: 'error',
    // Relative to the page, which is in the same folder.
    experimental: { renderBuiltUrl: (name) => name },
    build: {
      write: false,
      assetsInlineLimit: Infinity,
      lib: {
        entry: resolve('src/exports/lms/browser/lms-package.ts'),
        formats: ['iife'],
        name: 'blueprintAndBuild',
        fileName: () => 'package.js',
        cssFileName: 'package',
      },
    },
  });
  const output = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = output.find((file) => file.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('The script of packages was not made.');
  const sheets = output.flatMap((file): [string, string][] =>
    file.type === 'asset' ? [[file.fileName, String(file.source)]] : [],
  );
  return { script: script.code, sheets: new Map(sheets) };
}

let bundled: ReturnType<typeof bundle> | undefined;

/** The shared files of packages with these pages: their style sheets and fonts, and the script. */
async function sharedFiles(pages: readonly string[], site: BuiltSite): Promise<SharedFiles> {
  bundled ??= bundle();
  const { script, sheets: own } = await bundled;
  const encoder = new TextEncoder();
  const read = (address: string): Buffer => readFileSync(join(site.folder, withoutBase(site.base, address)));
  const sheets = new Map(
    pages.flatMap((html) =>
      [...html.matchAll(SHEET)].map(([, href = '', print]) => [href, print !== undefined]),
    ),
  );
  const files: Record<string, Uint8Array> = { 'package.js': encoder.encode(script) };
  const texts = { 'print.css': '', 'style.css': '' };
  for (const [href, print] of sheets) texts[print ? 'print.css' : 'style.css'] += read(href).toString('utf8');
  for (const [name, text] of [...Object.entries(texts), ...own])
    files[name] = encoder.encode(
      text
        .replace(FONT, (_, address: string) => {
          const font = `fonts/${basename(address)}`;
          files[font] = new Uint8Array(read(address));
          return `url(${font})`;
        })
        // On the site a late font is used from the next page on; a package has only one page.
        .replaceAll('font-display:optional', 'font-display:swap'),
    );
  return files;
}

async function packageContent(
  { pages }: PageDownload,
  site: BuiltSite,
): Promise<{ lessons: PackageLesson[]; shared: SharedFiles }> {
  const lessons = packageUnits(site.course).filter(({ path }) => pages.includes(path));
  return {
    lessons: lessons.map((lesson) => packageLesson(lesson, site)),
    shared: await sharedFiles(
      pages.map((page) => pageHtml(site, page)),
      site,
    ),
  };
}

export const packageMaker = (format: PackageFormat): MakeFromPages =>
  makeEach(async (download, site) => {
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
        // Without questions, as in a case, the score is completion.
        scoresCompletion: lessons.every(({ scored }) => scored.length === 0),
        lessons,
      },
      shared,
    );
    return zip(Object.entries(files), download.updated);
  });

export const makePackageParts = makeEach(async (download, site) => {
  const { lessons, shared } = await packageContent(download, site);
  return zip(Object.entries(partsFiles(lessons, shared)), download.updated);
});
