import type { Course } from '../../src/course/types.ts';
import { buildCourse } from '../../src/course/build-course.ts';
import { readCourse as readRaw } from '../../src/course/read-course.ts';

/** A course and the MDX of its lessons, by id. */
export interface ReadCourse {
  course: Course;
  bodies: ReadonlyMap<string, string>;
}

/** Reads a `src/content/` folder, without guides and texts of pages, which the sites of peers do not have. */
export function readCourse(folder: string): ReadCourse {
  const raw = { ...readRaw(folder), guides: [], pages: [], entries: [] };
  return {
    course: buildCourse(raw),
    bodies: new Map(raw.lessons.map(({ id, body }) => [id, body])),
  };
}
