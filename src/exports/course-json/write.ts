import { writeTools } from '../../practice/content.ts';
import { idsOf } from '../../practice/tools.ts';
import { isoDay } from '../../utils/dates.ts';
import type { Addresses, CourseSite, ExportContext } from '../exporter.ts';
import type { Comparison, Concept, Figure, Guide, Lesson } from '../../course/types.ts';
import { folderOf } from '../../collections/kinds.ts';
import { entryBody } from '../markdown/entry.ts';
import { lessonBody, textBody } from '../markdown/lesson.ts';
import { sourcePath } from '../../utils/paths.ts';
import { addressOf } from '../../course/permalinks.ts';
import { sizeNote } from '../../teaching/guides/blocks.ts';
import { attribution } from '../../teaching/share/shareables.ts';
import { placeOf } from '../../course/questions.ts';
import { COURSE_FILE_VERSION, type CourseFile } from './schema.ts';
import { LICENSE, TITLE } from '../../site.ts';

type Entry<Key extends keyof CourseFile> = Extract<CourseFile[Key], readonly unknown[]>[number];

/** Address and lasting address of a page or passage. */
const place = ({ absolute, lasting }: Addresses, path: string, fragment?: string) => {
  const link = { path, ...(fragment === undefined ? {} : { fragment }) };
  return { url: absolute(addressOf(link)), lasting: lasting(link) };
};

const lessonEntry = (of: Lesson, site: CourseSite): Entry<'lessons'> => ({
  id: of.id,
  ...place(site, of.path),
  number: of.number,
  title: of.title,
  summary: of.summary,
  minutes: of.minutes,
  published: isoDay(of.published),
  updated: isoDay(of.updated),
  objectives: of.objectives,
  aliases: of.aliases,
  sections: of.outline.headings.map(({ id, depth, text }) => ({
    id,
    level: depth,
    title: text,
    ...place(site, of.path, id),
  })),
  text: lessonBody(of, site),
  timeline: of.timeline.map(({ date, label, event, kind, claims }) => ({
    date,
    label,
    event,
    kind,
    claims: idsOf(claims),
    ...place(site, of.path, `event-${date}`),
  })),
  concepts: idsOf(of.concepts),
  comparisons: idsOf(of.outline.comparisons),
  figures: of.outline.figures,
  questions: idsOf(of.questions),
  claims: idsOf(of.claims),
  sources: idsOf(of.sources),
});

const conceptEntry = (of: Concept, site: CourseSite): Entry<'concepts'> => ({
  id: of.id,
  ...place(site, of.path),
  term: of.term,
  definition: of.definition,
  aliases: of.aliases,
  related: idsOf(of.related),
  ...(of.contrast === undefined ? {} : { contrast: of.contrast.id }),
  sources: idsOf(of.sources),
  text: textBody(of, site),
  claims: idsOf(of.claims),
  taughtIn: idsOf(of.taughtIn),
});

const comparisonEntry = (
  { id, path, title, caption, sides, themes, rows }: Comparison,
  addresses: Addresses,
): Entry<'comparisons'> => ({
  id,
  ...place(addresses, path),
  content: {
    title,
    caption,
    sides,
    themes,
    rows: rows.map(({ source, ...row }) => ({
      ...row,
      ...(source === undefined ? {} : { source: source.id }),
    })),
  },
});

const figureEntry = (
  { id, path, lesson: { id: of }, claims, ...words }: Figure,
  addresses: Addresses,
): Entry<'figures'> => ({
  id,
  ...place(addresses, path),
  ...words,
  lesson: of,
  claims: idsOf(claims),
  svg: addresses.absolute(`/figures/${id}.svg`),
  png: addresses.absolute(`/figures/${id}.png`),
});

const questionEntries = ({ id, path, questions }: Lesson, addresses: Addresses): Entry<'questions'>[] =>
  questions.map((content) => {
    const at = placeOf({ id, path }, content);
    return {
      lesson: id,
      ...place(addresses, at.path, at.fragment),
      passage: addresses.lasting({ path, fragment: content.explains.slice(1) }),
      content,
    };
  });

const guideEntry = (
  of: string,
  { path, objections, sizes, ...content }: Guide,
  { absolute }: Addresses,
): Entry<'guides'> => ({
  lesson: of,
  url: absolute(path),
  content: {
    ...content,
    sizes: { 5: sizeNote(sizes[5], 5), 15: sizeNote(sizes[15], 15), 40: sizeNote(sizes[40], 40) },
    objections: objections.map((objection) => ({ ...objection, claims: idsOf(objection.claims) })),
  },
});

/** The entries by the folder of their kind. */
const entriesOf = (site: CourseSite): CourseFile['entries'] =>
  Object.fromEntries(
    [...Map.groupBy(site.course.entries, ({ kind }) => folderOf(kind))].map(([folder, entries]) => [
      folder,
      entries.map((entry) => ({
        id: entry.id,
        ...place(site, entry.path),
        content: { ...entry.data, published: isoDay(entry.data.published) },
        text: entryBody(entry, site),
      })),
    ]),
  );

/** The course as data, with ids as references. */
export function courseFile(site: ExportContext): CourseFile {
  const { course, edition, absolute } = site;
  return {
    $schema: absolute('/course.schema.json'),
    version: COURSE_FILE_VERSION,
    title: TITLE,
    url: absolute('/'),
    language: 'en-US',
    license: { spdx: LICENSE.spdx, url: LICENSE.url, credit: attribution(TITLE, absolute('/')) },
    ...(edition === undefined
      ? {}
      : { edition: { number: edition.number, date: isoDay(edition.date), summary: edition.summary } }),
    lessons: course.lessons.map((lesson) => lessonEntry(lesson, site)),
    texts: course.texts.map((of) => ({
      id: of.id,
      url: absolute(of.path),
      title: of.title,
      text: textBody(of, site),
      claims: idsOf(of.claims),
    })),
    concepts: course.concepts.map((concept) => conceptEntry(concept, site)),
    comparisons: course.comparisons.map((comparison) => comparisonEntry(comparison, site)),
    figures: course.figures.map((figure) => figureEntry(figure, site)),
    questions: course.lessons.flatMap((lesson) => questionEntries(lesson, site)),
    entries: entriesOf(site),
    guides: course.lessons.flatMap(({ id, guide: of }) =>
      of === undefined ? [] : [guideEntry(id, of, site)],
    ),
    claims: course.claims.map(({ id, sources, ...content }) => ({
      id,
      content: { ...content, sources: idsOf(sources) },
    })),
    sources: course.sources.map(({ id, data }) => ({ id, url: absolute(sourcePath(id)), csl: data })),
    tools: writeTools(course.tools),
  };
}
