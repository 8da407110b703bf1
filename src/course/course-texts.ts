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
  new Map(entries.map(({ id, body }) => [id, partsOf(body, 'mdx')]));

/** Parses every text of a course, once. */
export const readTexts = (raw: RawCourse): CourseTexts => ({
  lessons: new Map(raw.lessons.map(({ id, body }) => [id, outlineOf(body)])),
  concepts: partsById(raw.concepts),
  entries: new Map(
    raw.entries
      .filter(({ kind }) => contentOf(kind).extension === 'mdx')
      .map((entry) => [entry, partsOf(entry.body, 'mdx')]),
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
export const placedTexts = (raw: RawCourse, texts: CourseTexts): PlacedText[] => [
  ...raw.lessons.map((entry) => ({
    entry,
    path: lessonPath(entry.id),
    parts: texts.lessons.get(entry.id)?.parts,
  })),
  ...raw.concepts.map((entry) => ({
    entry,
    path: conceptPath(entry.id),
    parts: texts.concepts.get(entry.id),
  })),
  ...raw.entries.map((entry) => ({
    entry,
    path: entryPath(entry.kind, entry.id),
    parts: texts.entries.get(entry),
  })),
  ...raw.pages.map((entry) => ({
    entry,
    path: pageOfText(entry.id)?.path ?? '',
    parts: texts.pages.get(entry.id),
  })),
];
