import { getEntry } from 'astro:content';
import { getCourse } from './course.ts';
import { AuthorError } from './lib/author-error.ts';
import { EDITIONS_FILE, readEditions, type Edition } from './lib/editions.ts';
import { permalinks } from './lib/permalinks.ts';
import { shortLinks } from './short-links.ts';

let read: Promise<Edition[]> | undefined;

/**
 * The editions of the course, newest first. Read once in a build, as each is checked against every link of the
 * course; anew for each page in development.
 * @throws {AuthorError} when the file is missing, or names what the course does not have.
 */
export function getEditions(): Promise<Edition[]> {
  if (import.meta.env.DEV) return load();
  read ??= load();
  return read;
}

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
  const { editions, problems } = readEditions(entry.data, permalinks(await getCourse()), shortLinks);
  if (problems.length > 0) throw new AuthorError(problems);
  return editions;
}
