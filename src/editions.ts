import { getEntry } from 'astro:content';
import { getCourse } from './course.ts';
import { AuthorError } from './lib/author-error.ts';
import { EDITIONS_FILE, readEditions, type Edition } from './lib/editions.ts';
import { permalinks } from './lib/permalinks.ts';
import { shortLinks } from './short-links.ts';

/**
 * The editions of the course, newest first.
 * @throws {AuthorError} when the file is missing, or names what the course does not have.
 */
export async function getEditions(): Promise<Edition[]> {
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
