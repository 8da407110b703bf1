import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readFileSync } from 'node:fs';
import { AuthorError } from './lib/author-error.ts';
import { checkLinks } from './lib/checks/links.ts';
import { buildCourse } from './lib/course.ts';
import type { Course, RawEntry } from './lib/course-types.ts';
import { permalinks } from './lib/permalinks.ts';
import { oncePerBuild } from './once-per-build.ts';

async function read<Key extends CollectionKey>(key: Key): Promise<RawEntry<CollectionEntry<Key>['data']>[]> {
  const entries = await getCollection(key);
  return entries.map((entry) => {
    const file = entry.filePath ?? `src/content/${key}/${entry.id}`;
    const body = ('body' in entry && entry.body) || '';
    return { id: entry.id, file, body, bodyStart: () => lineOfBody(file, body), data: entry.data };
  });
}

/** The line of a file that its body begins on. Astro tells the body without its place. */
function lineOfBody(file: string, body: string): number {
  const text = readFileSync(file, 'utf8');
  return text.slice(0, Math.max(0, text.indexOf(body))).split('\n').length;
}

/** The one entry of a collection that is a single file. */
async function readOne<Key extends CollectionKey>(key: Key): Promise<RawEntry<CollectionEntry<Key>['data']>> {
  const [entry] = await read(key);
  if (entry !== undefined) return entry;
  throw new AuthorError([
    {
      file: 'src/content/tools/',
      field: 'file name',
      problem: `the content of "${key}" is missing`,
      remedy: 'bring its file back; src/content.config.ts names it.',
    },
  ]);
}

async function load(): Promise<Course> {
  const [lessons, concepts, comparisons, questions, sources, claims, figures, guides] = await Promise.all([
    read('lessons'),
    read('concepts'),
    read('comparisons'),
    read('questions'),
    read('sources'),
    read('claims'),
    read('figures'),
    read('guides'),
  ]);
  const [balance, prompts, stretches, timeAudit] = await Promise.all([
    readOne('balance'),
    readOne('prompts'),
    readOne('stretches'),
    readOne('timeAudit'),
  ]);
  const tools = { balance, prompts, stretches, timeAudit };
  const raw = { lessons, concepts, comparisons, questions, sources, claims, figures, guides, tools };
  const course = buildCourse(raw);
  const problems = checkLinks(raw, course, permalinks(course));
  if (problems.length > 0) throw new AuthorError(problems);
  return course;
}

/**
 * The course, checked and with its references resolved.
 * @throws {AuthorError} when the content has mistakes.
 */
export const getCourse = oncePerBuild(load);
