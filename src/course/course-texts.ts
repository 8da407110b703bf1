import type { RawKindEntry } from '../collections/entry.ts';
import { entryPath } from '../collections/kinds.ts';
import { contentOf } from '../collections/registry.ts';
import { pageOfText } from '../routes.ts';
import { conceptPath, lessonPath } from '../utils/paths.ts';
import { outlineOf, partsOf, type LessonOutline, type ProseParts } from './lesson-outline.ts';
import type { RawCourse, RawEntry } from './types.ts';

/** The parsed texts of a course. */
export interface CourseTexts {
  lessons: ReadonlyMap<string, LessonOutline>;
  concepts: ReadonlyMap<string, ProseParts>;
  entries: ReadonlyMap<RawKindEntry, ProseParts>;
  pages: ReadonlyMap<string, ProseParts>;
}

const partsById = (entries: readonly { id: string; body: string }[]): CourseTexts['concepts'] =>
  new Map(entries.map(({ id, body }) => [id, partsOf(body)]));

/** Parses every text of a course, once. */
export const readTexts = (raw: RawCourse): CourseTexts => ({
  lessons: new Map(raw.lessons.map(({ id, body }) => [id, outlineOf(body)])),
  concepts: partsById(raw.concepts),
  entries: new Map(
    raw.entries
      .filter(({ kind }) => contentOf(kind).extension === 'mdx')
      .map((entry) => [entry, partsOf(entry.body)]),
  ),
  pages: partsById(raw.pages),
});

/** A file with a page of its own, and its text, if it has one. */
interface PlacedText {
  entry: RawEntry<unknown>;
  path: string;
  parts: ProseParts | undefined;
}

/** Every text of a course with the address of its page. */
export function placedTexts(raw: RawCourse, texts: CourseTexts): PlacedText[] {
  const place = (
    entry: RawEntry<unknown>,
    path: string | undefined,
    parts: ProseParts | undefined,
  ): PlacedText => ({ entry, path: path ?? '', parts });
  return [
    ...raw.lessons.map((entry) => place(entry, lessonPath(entry.id), texts.lessons.get(entry.id)?.parts)),
    ...raw.concepts.map((entry) => place(entry, conceptPath(entry.id), texts.concepts.get(entry.id))),
    ...raw.entries.map((entry) => place(entry, entryPath(entry.kind, entry.id), texts.entries.get(entry))),
    ...raw.pages.map((entry) => place(entry, pageOfText(entry.id)?.path, texts.pages.get(entry.id))),
  ];
}
