import { settings } from '../build/settings.ts';
import { AuthorError } from './author-error.ts';
import { checkContent } from './checks/content.ts';
import { checkLinks, checkUnused, likelyLinks } from './checks/graph.ts';
import { resolveCourse } from './build-course.ts';
import { readTexts } from './course-texts.ts';
import { readEditions, type Edition } from './editions.ts';
import { readFiles, withoutEchoes } from './read-course.ts';
import type { Course } from './types.ts';
import { permalinks } from '../links.ts';
import { addMissingIds, shortLinks } from './short-links.ts';

interface Content {
  course: Course;
  editions: Edition[];
}

const KEY = Symbol.for('blueprint-and-build.course');
/** The shared place for the content: Vite and Node each have a copy of every module, but one global object. */
const slot: typeof globalThis & { [KEY]?: Content } = globalThis;

function load(): Content {
  const { raw, problems: unread } = readFiles(settings.content);
  const texts = readTexts(raw);
  const mistakes = checkContent(raw, texts);
  if (unread.length + mistakes.length > 0) {
    const likely = likelyLinks(raw, texts);
    mistakes.push(
      ...checkLinks(raw, texts, likely),
      ...readEditions(raw.editions, likely, shortLinks()).problems,
    );
    throw new AuthorError([...unread, ...withoutEchoes(mistakes, unread)]);
  }
  const course = resolveCourse(raw, texts);
  const links = permalinks(course);
  const { editions, problems } = readEditions(raw.editions, links, shortLinks());
  problems.push(...checkLinks(raw, texts, links), ...checkUnused(raw, course));
  if (problems.length > 0) throw new AuthorError(problems);
  return { course, editions };
}

let known: Content | undefined;

/** The content, with the lasting ids of this copy of the modules. */
function content(): Content {
  const current = (slot[KEY] ??= load());
  if (current !== known && settings.permalinks === 'write') addMissingIds(current.course);
  known = current;
  return current;
}

/** The course, read once, and in development after a change. Throws an AuthorError for mistakes in the content. */
export const getCourse = async (): Promise<Course> => content().course;
/** The editions of the course, newest first. Throws an AuthorError for mistakes in the content. */
export const getEditions = async (): Promise<Edition[]> => content().editions;

/** The pages of a route with one for each item of the course, whose id is `param`; pages get it as `name`. */
export const pageForEach = async <Name extends string, Item extends { id: string }>(
  param: string,
  name: Name,
  items: (course: Course) => readonly Item[],
) =>
  items(await getCourse()).map((item) => ({
    params: { [param]: item.id },
    props: { [name]: item } as Record<Name, Item>,
  }));

/** Makes the next call read the content again. */
export function forgetCourse(): void {
  delete slot[KEY];
}
