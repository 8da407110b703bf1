import {
  FORMAT_NAME,
  MANIFEST_NAME,
  type PackageFormat,
  choiceQuery,
  type LinkedChoice,
} from './package-choice.ts';
import { longestState, STATE_LIMIT } from './learner-state.ts';
import { manifest, START } from './manifests.ts';
import { packagePage, type PackagePage, type PackageLesson } from './package-page.ts';
import { PACKAGES_PATH } from '../../routes.ts';

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

export interface PackageChoice extends LinkedChoice {
  format: PackageFormat;
  title: string;
}

/** The files of the parts: the shared files, and the lessons. */
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
  const updated = new Date(
    lessons
      .map((lesson) => lesson.updated)
      .sort()
      .at(-1) ?? 0,
  );
  const name = title
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 60);
  return { name: `${name ?? 'lessons'}-${format}.zip`, files, updated };
}
