import { settings } from './build/settings.ts';
import { AuthorError } from './course/author-error.ts';
import { readContent } from './course/content-file.ts';
import { courseSchema } from './course/schemas/course.ts';

// The facts of the course, from its `course.yaml`. Browsers get the values from a plugin
// (`build/vite-plugins.ts`), so every export is JSON.

export const COURSE_FILE = `${settings.content}/course.yaml`;

const course = readContent(COURSE_FILE, courseSchema);
if (Array.isArray(course)) throw new AuthorError(course);
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
