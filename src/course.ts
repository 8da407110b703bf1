import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { settings } from './build/settings.ts';
import { buildCourse } from './lib/course.ts';
import type { Course, RawEntry } from './lib/course-types.ts';
import { CONTENT_TOOLS, parseTools, type RawTools } from './practice/content.ts';
import { addMissingIds } from './short-links.ts';

async function read<Key extends CollectionKey>(key: Key): Promise<RawEntry<CollectionEntry<Key>['data']>[]> {
  const entries = await getCollection(key);
  return entries.map((entry) => ({
    id: entry.id,
    file: entry.filePath ?? `src/content/${key}/${entry.id}`,
    body: ('body' in entry && entry.body) || '',
    data: entry.data,
  }));
}

/** The content files of the practice tools; a course may come without. */
async function readTools(): Promise<RawTools> {
  const files = await Promise.all(
    CONTENT_TOOLS.map(async (id) => [id, (await getCollection(`${id}Tool`))[0]?.data] as const),
  );
  const data = new Map<string, unknown>(files);
  return parseTools((id) => data.get(id));
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
  const tools = await readTools();
  const course = buildCourse({
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
  if (settings.permalinks === 'write') addMissingIds(course);
  return course;
}

let course: Promise<Course> | undefined;

/**
 * The course, checked and with its references resolved. It is read once. In development this module is loaded again when
 * the content changes, as all that import `astro:content` are.
 * @throws {AuthorError} when the content has mistakes.
 */
export const getCourse = (): Promise<Course> => (course ??= load());
