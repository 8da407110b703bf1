import { settings } from './build/settings.ts';
import { z } from 'zod';
import { AuthorError, type Problem } from './course/author-error.ts';
import { readContent } from './course/content-file.ts';
import type { Reference } from './course/references.ts';
import { courseSchema, type CourseData } from './course/schemas/course.ts';

// The facts of the course, from its `course.yaml`. Browsers get the values from a plugin
// (`build/vite-plugins.ts`), so every export is JSON.

export const COURSE_FILE = `${settings.content}/course.yaml`;

/** The fields without which no other file can be read. */
const NEEDED = z.object(courseSchema.pick({ sides: true, besides: true, answerTopics: true }).shape);

/** A nameless course in the place of one with mistakes, so that a build finds those of the other files too. */
function nameless(mistakes: readonly Problem[]): { data: CourseData; references: Reference[] } {
  const needed = readContent(COURSE_FILE, NEEDED);
  if (Array.isArray(needed))
    throw new AuthorError(mistakes, 'The other files are read when these are corrected.');
  const TEXT = 'nameless';
  const license = { spdx: TEXT, name: TEXT, title: TEXT, url: 'about:blank' };
  const said = { name: TEXT, promise: TEXT, subject: TEXT, call: TEXT, outcome: TEXT, audience: TEXT };
  const about = { invitation: TEXT, about: TEXT, topics: [TEXT], language: 'en-US' };
  return { data: courseSchema.parse({ ...said, ...about, license, ...needed.data }), references: [] };
}

const read = readContent(COURSE_FILE, courseSchema);
/** What is wrong with the file; told with the mistakes of all others. */
export const COURSE_PROBLEMS: readonly Problem[] = Array.isArray(read) ? read : [];
const course = Array.isArray(read) ? nameless(read) : read;
/** The file as a whole; what browsers need of it has a constant of its own. */
export const COURSE = course.data;
/** The ids in the file. */
export const COURSE_REFERENCES = course.references;
export const SITE_NAME = COURSE.name;
/** "leading and managing": the subject within a sentence. */
export const SUBJECT = COURSE.subject;
/** The subject as a title. */
export const TITLE = COURSE.subject.charAt(0).toUpperCase() + COURSE.subject.slice(1);
/** The license of all text and data; the code has its own (LICENSE). */
export const LICENSE = COURSE.license;
/** By themselves for browsers, which then need no more of it. */
export const LICENSE_NAME = COURSE.license.name;
export const LICENSE_URL = COURSE.license.url;
/** Searches that find something; by themselves for browsers. */
export const SEARCH_EXAMPLES = COURSE.searchExamples;
/** The sides of the course: none, or two. */
export const SIDES = COURSE.sides;
/** Their ids and names by themselves for browsers. */
export const SIDE_NAMES = SIDES.map(({ id, label, noun }) => ({ id, label, noun }));
/** What is not one side, as sorting questions offer it. */
export const BESIDES = Object.entries(COURSE.besides).map(([id, label]) => ({
  id,
  label,
  noun: label.toLowerCase(),
}));
