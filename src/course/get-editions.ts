import { getEntry } from 'astro:content';
import { getCourse } from './get-course.ts';
import { AuthorError } from './author-error.ts';
import { EDITIONS_FILE, readEditions, type Edition } from './editions.ts';
import { permalinks } from '../links.ts';
import { shortLinks } from './short-link-lock.ts';

async function load(): Promise<Edition[]> {
  const entry = await getEntry('editions', 'editions');
  if (entry === undefined) {
    throw new AuthorError([
      {
        file: EDITIONS_FILE,
        field: 'file name',
        problem: 'the file is missing',
        remedy: 'bring it back; src/content.config.ts names it.',
      },
    ]);
  }
  const course = await getCourse();
  const { editions, problems } = readEditions(entry.data, permalinks(course), shortLinks());
  if (problems.length > 0) throw new AuthorError(problems);
  return editions;
}

let editions: Promise<Edition[]> | undefined;

/**
 * The editions of the course, newest first. Each is checked against every link of the course, so they are read once, as
 * the course is.
 * @throws {AuthorError} when the file is missing, or names what the course does not have.
 */
export const getEditions = (): Promise<Edition[]> => (editions ??= load());
