import { AuthorError } from '../../src/course/author-error.ts';
import { resolveCourse } from '../../src/course/build-course.ts';
import { checkContent } from '../../src/course/checks/content.ts';
import { readTexts } from '../../src/course/course-texts.ts';
import { readFiles } from '../../src/course/read-course.ts';
import type { Course, RawCourse } from '../../src/course/types.ts';

/** Reads the files of a course. Throws an AuthorError if a file has a mistake of YAML or of its fields. */
export function readCourse(content: string): RawCourse {
  const { raw, problems } = readFiles(content);
  if (problems.length > 0) throw new AuthorError(problems);
  return raw;
}

/** Checks and resolves content that is in memory. Throws an AuthorError that lists every mistake in it. */
export function buildCourse(raw: RawCourse): Course {
  const texts = readTexts(raw);
  const problems = checkContent(raw, texts);
  if (problems.length > 0) throw new AuthorError(problems);
  return resolveCourse(raw, texts);
}
