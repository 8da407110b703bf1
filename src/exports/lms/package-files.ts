import { FORMAT_NAME, MANIFEST_NAME } from './formats.ts';
import { longestState, STATE_LIMIT } from './learner-state.ts';
import { manifest, START } from './manifests.ts';
import { packagePage, type PackagePage } from './package-page.ts';

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
