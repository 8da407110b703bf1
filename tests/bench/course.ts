import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Course, RawEntry } from '../../src/course/types.ts';
import { buildCourse } from '../../src/course/build-course.ts';
import { claimSchema } from '../../src/course/schemas/claim.ts';
import { comparisonSchema } from '../../src/course/schemas/comparison.ts';
import { conceptSchema } from '../../src/course/schemas/concept.ts';
import { figureSchema } from '../../src/course/schemas/figure.ts';
import { lessonSchema } from '../../src/course/schemas/lesson.ts';
import { questionsSchema } from '../../src/course/schemas/questions.ts';
import { sourceSchema } from '../../src/course/schemas/source.ts';
import { parseTools, TOOL_CONTENT } from '../../src/practice/content.ts';
import { COURSE, COURSE_FILE } from '../../src/site.ts';

/** A course and the MDX of its lessons, by id. */
export interface ReadCourse {
  course: Course;
  bodies: ReadonlyMap<string, string>;
}

/** Reads a `src/content/` folder without Astro, with the project's schemas and checks. */
export function readCourse(folder: string): ReadCourse {
  const read = <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    ending = '',
  ): RawEntry<z.output<Schema>>[] =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => {
        const text = readFileSync(join(folder, name, file), 'utf8');
        const [, front = text, body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
        const data = schema.parse(parse(front));
        return { id: basename(file, extname(file)), file: join(name, file), body, data };
      });
  // Without guides and texts of pages, which the sites of peers do not have.
  const lessons = read('lessons', lessonSchema, '.mdx');
  return {
    course: buildCourse({
      about: { id: 'course', file: COURSE_FILE, body: '', data: COURSE },
      lessons,
      concepts: read('concepts', conceptSchema),
      comparisons: read('comparisons', comparisonSchema),
      questions: read('questions', questionsSchema),
      sources: read('sources', sourceSchema),
      claims: read('claims', claimSchema),
      figures: read('figures', figureSchema),
      guides: [],
      pages: [],
      entries: [],
      tools: parseTools((id) => parse(readFileSync(join(folder, 'tools', TOOL_CONTENT[id].file), 'utf8'))),
    }),
    bodies: new Map(lessons.map(({ id, body }) => [id, body])),
  };
}
