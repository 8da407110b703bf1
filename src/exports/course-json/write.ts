import { writeTools } from '../../practice/content.ts';
import type { Addresses } from '../addresses.ts';
import type { Comparison, Concept, Course, Figure, Guide, Lesson } from '../../course/types.ts';
import type { Edition } from '../../course/editions.ts';
import { claimsOf, conceptBody, lessonBody } from '../markdown/lesson.ts';
import { sourcePath } from '../../utils/paths.ts';
import { addressOf } from '../../course/permalinks.ts';
import { attribution } from '../../teaching/share/shareables.ts';
import { timelineOf } from '../../course/timeline.ts';
import { COURSE_FILE_VERSION, type CourseFile } from './schema.ts';
import { LICENSE, TITLE } from '../../site.ts';

type Entry<Key extends keyof CourseFile> = Extract<CourseFile[Key], readonly unknown[]>[number];

const day = (date: Date): string => date.toISOString().slice(0, 10);
const idsOf = (items: readonly { id: string }[]): string[] => [...new Set(items.map(({ id }) => id))];

/** All content of the course, its references as ids. */
export function courseFile(course: Course, addresses: Addresses, edition: Edition | undefined): CourseFile {
  const { absolute } = addresses;
  const place = (path: string, fragment?: string) => {
    const link = { path, ...(fragment === undefined ? {} : { fragment }) };
    return { url: absolute(addressOf(link)), lasting: addresses.lasting(link) };
  };

  const lesson = (of: Lesson): Entry<'lessons'> => ({
    id: of.id,
    ...place(of.path),
    number: of.number,
    title: of.title,
    summary: of.summary,
    minutes: of.minutes,
    published: day(of.published),
    updated: day(of.updated),
    objectives: of.objectives,
    aliases: of.aliases,
    sections: of.outline.headings.map(({ id, depth, text }) => ({
      id,
      level: depth,
      title: text,
      ...place(of.path, id),
    })),
    text: lessonBody(of, course, addresses),
    timeline: timelineOf(of).map(({ date, label, event, kind, claims }) => ({
      date,
      label,
      event,
      kind,
      claims: idsOf(claims),
      ...place(of.path, `event-${date}`),
    })),
    concepts: idsOf(of.concepts),
    comparisons: idsOf(of.outline.comparisons),
    figures: of.outline.figures,
    questions: idsOf(of.questions),
    claims: idsOf(claimsOf(of, course)),
    sources: idsOf(of.sources),
  });

  const concept = (of: Concept): Entry<'concepts'> => ({
    id: of.id,
    ...place(of.path),
    term: of.term,
    definition: of.definition,
    aliases: of.aliases,
    related: idsOf(of.related),
    ...(of.contrast === undefined ? {} : { contrast: of.contrast.id }),
    sources: idsOf(of.sources),
    text: conceptBody(of, course, addresses),
    taughtIn: idsOf(of.taughtIn),
  });

  const comparison = ({
    id,
    path,
    title,
    caption,
    sides,
    themes,
    rows,
  }: Comparison): Entry<'comparisons'> => ({
    id,
    ...place(path),
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

  const figure = ({ id, path, lesson: { id: of }, claims, ...words }: Figure): Entry<'figures'> => ({
    id,
    ...place(path),
    ...words,
    lesson: of,
    claims: idsOf(claims),
    svg: absolute(`/figures/${id}.svg`),
    png: absolute(`/figures/${id}.png`),
  });

  const guide = (of: string, { path, objections, ...content }: Guide): Entry<'guides'> => ({
    lesson: of,
    url: absolute(path),
    content: {
      ...content,
      objections: objections.map((objection) => ({ ...objection, claims: idsOf(objection.claims) })),
    },
  });

  return {
    $schema: absolute('/course.schema.json'),
    version: COURSE_FILE_VERSION,
    title: TITLE,
    url: absolute('/'),
    language: 'en-US',
    license: {
      spdx: LICENSE.spdx,
      url: LICENSE.url,
      credit: attribution(TITLE, absolute('/')),
    },
    ...(edition === undefined
      ? {}
      : { edition: { number: edition.number, date: day(edition.date), summary: edition.summary } }),
    lessons: course.lessons.map(lesson),
    concepts: course.concepts.map(concept),
    comparisons: course.comparisons.map(comparison),
    figures: course.figures.map(figure),
    questions: course.lessons.flatMap(({ id, path, questions }) =>
      questions.map((content) => ({
        lesson: id,
        ...place(path, content.id),
        passage: addresses.lasting({ path, fragment: content.explains.slice(1) }),
        content,
      })),
    ),
    guides: course.lessons.flatMap(({ id, guide: of }) => (of === undefined ? [] : [guide(id, of)])),
    claims: course.claims.map(({ id, sources, ...content }) => ({
      id,
      content: { ...content, sources: idsOf(sources) },
    })),
    sources: course.sources.map(({ id, data }) => ({ id, url: absolute(sourcePath(id)), csl: data })),
    tools: writeTools(course.tools),
  };
}
