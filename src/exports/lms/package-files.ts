import { escapeHtml } from '../../utils/escape.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { PACKAGES_PATH } from '../../routes.ts';
import { LICENSE_NAME, LICENSE_URL, SITE_NAME } from '../../site.ts';
import { longestState, STATE_LIMIT } from './learner-state.ts';
import { manifest, START, type PackageAbout } from './manifests.ts';
import {
  choiceQuery,
  FORMAT_NAME,
  MANIFEST_NAME,
  type LinkedChoice,
  type PackageFormat,
} from './package-choice.ts';

/** A lesson for packages, made from its built page. */
export interface PackageLesson {
  /** Id of the lesson and of its section in the page. */
  id: string;
  /** Short and lasting; identifies the lesson in the stored state. */
  key: string;
  title: string;
  summary: string;
  minutes: number;
  address: string;
  /** Day of its last change: "2026-11-23". */
  updated: string;
  /** For each question, whether it counts toward the score. */
  scored: boolean[];
  /** Its content. Ids are prefixed with the lesson's; a link to a lesson is "lesson:<id>#<fragment>". */
  html: string;
}

/** The day of the last change of any of these lessons. */
const lastUpdate = (lessons: readonly PackageLesson[]): string =>
  lessons.reduce((last, { updated }) => (updated > last ? updated : last), '1980-01-01');

export const idInPackage = (lesson: string, id: string): string => `${lesson}--${id}`;

interface PackagePage extends PackageAbout {
  format: PackageFormat;
  lessons: readonly PackageLesson[];
  scoresCompletion?: boolean;
  site: string;
  /** File names of its style sheets; those for print contain "print". */
  sheets: readonly string[];
}

const outside = (address: string): string => `href="${escapeHtml(address)}" target="_blank" rel="noopener"`;

/** Resolves links to lessons: inside the package if it has the lesson, otherwise to the site. */
const withLinks = (html: string, lessons: readonly PackageLesson[], site: string): string =>
  html.replace(/href="lesson:([^"#]+)(?:#([^"]*))?"/g, (_, id: string, fragment?: string) =>
    lessons.some((lesson) => lesson.id === id)
      ? `href="#${fragment === undefined ? id : idInPackage(id, fragment)}"`
      : outside(`${site}lessons/${id}/${fragment === undefined ? '' : `#${fragment}`}`),
  );

const CONTENTS = { id: 'contents', title: 'Contents' };

/** Links to the lessons before and after, or to the table of contents if there is none. */
function pager(lessons: readonly PackageLesson[], index: number): string {
  if (lessons.length < 2) return '';
  const [previous, next] = [lessons[index - 1] ?? CONTENTS, lessons[index + 1] ?? CONTENTS];
  return `<nav class="pager" aria-label="Lessons"><a rel="prev" href="#${previous.id}">← ${escapeHtml(previous.title)}</a><a rel="next" href="#${next.id}">${escapeHtml(next.title)} →</a></nav>`;
}

const up = (lessons: readonly PackageLesson[]): string =>
  lessons.length < 2 ? '' : `<p class="note"><a href="#${CONTENTS.id}">${CONTENTS.title}</a></p>`;

const asked = (passing: number | undefined): string =>
  passing === undefined
    ? ''
    : `<p class="note">To pass, answer all check questions. Your first answers count, and ${Math.round(passing * 100)}% of them must be right.</p>`;

/** The table of contents of a package with several lessons; "" for one lesson. */
function contents({ title, description, lessons, passing }: PackagePage): string {
  if (lessons.length < 2) return asked(passing);
  const items = lessons.map(
    (lesson) =>
      `<li><a href="#${lesson.id}">${escapeHtml(lesson.title)}</a>, ${lesson.minutes} minutes <span data-done="${lesson.id}"></span></li>`,
  );
  return `<section id="contents" class="prose" aria-labelledby="contents-title"><h1 id="contents-title">${escapeHtml(title)}</h1><p class="lede">${escapeHtml(description)}</p>${asked(passing)}<ol>${items.join('')}</ol></section>`;
}

/**
 * The Content-Security-Policy of the page: only files of the package. A cmi5 package also connects to a record store,
 * which may be anywhere. It does not restrict framing, because systems show packages in frames.
 */
const policyOf = (format: PackageFormat): string =>
  `default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'none'${format === 'cmi5' ? ';connect-src http: https:' : ''}`;

/**
 * The page of a package. Without scripts it shows all lessons, one below the other, and with them one at a time;
 * `<lms-package>` communicates with the learning system.
 */
export function packagePage(page: PackagePage): string {
  const { format, title, lessons, passing, scoresCompletion = false, site, sheets } = page;
  const sections = lessons.map(
    ({ id, key, scored, html }, index) =>
      `<section id="${id}" class="package-lesson" data-key="${key}" data-scored="${scored.map(Number).join('')}">${up(lessons)}${withLinks(html, lessons, site)}${pager(lessons, index)}</section>`,
  );
  const updated = lastUpdate(lessons);
  const links = sheets.map(
    (name) => `<link rel="stylesheet" href="${name}"${name.includes('print') ? ' media="print"' : ''}>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(format)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title>${links.join('')}<script src="package.js" defer></script></head>
<body class="package"><main><lms-package data-format="${format}"${passing === undefined ? '' : ` data-passing="${passing}"`}${scoresCompletion ? ' data-scores="completion"' : ''}>${contents(page)}${sections.join('\n')}</lms-package></main>
<footer class="site-footer"><p>From <a ${outside(site)}>${escapeHtml(SITE_NAME)}</a>, as of ${formatAsOf(updated)}. Links to its pages open in a new window.</p><p>License: <a ${outside(LICENSE_URL)}>${LICENSE_NAME}</a>: share and adapt with credit</p></footer></body></html>
`;
}

/** The files that all packages share: style sheets, fonts and the script, by their names in the package. */
export type SharedFiles = Readonly<Record<string, Uint8Array>>;

/**
 * The files of a package by their names, in alphabetical order.
 * @throws if a learner's progress in these lessons is too long for SCORM
 */
export function packageFiles(
  about: Omit<PackagePage, 'sheets'>,
  shared: SharedFiles,
): Record<string, Uint8Array> {
  const { format, lessons } = about;
  const longest = longestState(lessons.map(({ key, scored }) => ({ key, questions: scored.length })));
  if (longest > STATE_LIMIT)
    throw new RangeError(
      `A ${FORMAT_NAME[format]} package cannot keep progress in ${lessons.length} lessons: it would take ${longest} characters of ${STATE_LIMIT}. Take fewer lessons.`,
    );
  const encoder = new TextEncoder();
  const sheets = Object.keys(shared).filter((name) => name.endsWith('.css'));
  const content = { ...shared, [START]: encoder.encode(packagePage({ ...about, sheets })) };
  const names = Object.keys(content).sort();
  const files = { ...content, [MANIFEST_NAME[format]]: encoder.encode(manifest(format, about, names)) };
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Path of the parts from which browsers make packages: every lesson, and the shared files. */
export const PARTS_PATH = `${PACKAGES_PATH}parts.zip`;
const LESSONS = 'lessons.json';

interface PackageChoice extends LinkedChoice {
  format: PackageFormat;
  title: string;
}

export const partsFiles = (
  lessons: readonly PackageLesson[],
  shared: SharedFiles,
): Record<string, Uint8Array> => ({
  ...shared,
  [LESSONS]: new TextEncoder().encode(JSON.stringify(lessons)),
});

/** A package of the chosen lessons, in the order of the course. */
export function chosenPackage(
  { [LESSONS]: list = new Uint8Array(), ...shared }: Readonly<Record<string, Uint8Array>>,
  { format, title, lessons: chosen, score, scoresCompletion = false }: PackageChoice,
  site: string,
): { name: string; files: Record<string, Uint8Array>; updated: Date } {
  const all = JSON.parse(new TextDecoder().decode(list)) as PackageLesson[];
  const lessons = all.filter(({ key }) => chosen.includes(key));
  const keys = lessons.map(({ key }) => key);
  const files = packageFiles(
    {
      format,
      id: [
        'bb-own',
        ...keys,
        ...(score === undefined ? [] : [score]),
        ...(scoresCompletion ? ['completion'] : []),
      ].join('-'),
      title,
      description: lessons.map((lesson) => lesson.title).join('. '),
      // Each choice has an address of its own, so that different choices are different activities. It links to the form.
      address: `${site}${PACKAGES_PATH.slice(1)}?${choiceQuery({ lessons: keys, score, scoresCompletion })}`,
      site,
      passing: score === undefined ? undefined : score / 100,
      scoresCompletion,
      lessons,
    },
    shared,
  );
  const updated = new Date(lastUpdate(lessons));
  const name = title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 60);
  return { name: `${name ?? 'lessons'}-${format}.zip`, files, updated };
}
