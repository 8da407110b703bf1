import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { AuthorError } from './lib/author-error.ts';
import { buildCourse } from './lib/course.ts';
import type { Course, RawEntry } from './lib/course-types.ts';
import { oncePerBuild } from './once-per-build.ts';
import { COURSE, COURSE_FILE } from './site.ts';

async function read<Key extends CollectionKey>(key: Key): Promise<RawEntry<CollectionEntry<Key>['data']>[]> {
  const entries = await getCollection(key);
  return entries.map((entry) => ({
    id: entry.id,
    file: entry.filePath ?? `src/content/${key}/${entry.id}`,
    body: ('body' in entry && entry.body) || '',
    data: entry.data,
  }));
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
  const about = { id: 'course', file: COURSE_FILE, body: '', data: COURSE };
  return buildCourse({
    about,
    lessons,
    concepts,
    comparisons,
    questions,
    sources,
    claims,
    figures,
    guides,
    tools,
  });
}

/**
 * The course, checked and with its references resolved.
 * @throws {AuthorError} when the content has mistakes.
 */
export const getCourse = oncePerBuild(load);
