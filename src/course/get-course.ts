import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readFileSync } from 'node:fs';
import { settings } from '../build/settings.ts';
import { AuthorError } from './author-error.ts';
import { checkLinks } from './checks/links.ts';
import { checkUnused } from './checks/unused.ts';
import { buildCourse } from './build-course.ts';
import type { Course, RawEntry } from './types.ts';
import { permalinks } from '../links.ts';
import type { RawKindEntry } from '../collections/entry.ts';
import { kindsIn } from '../collections/folders.ts';
import { folderOf, type KindId } from '../collections/kinds.ts';
import { CONTENT_TOOLS, parseTools, type RawTools } from '../practice/content.ts';
import { addMissingIds } from './short-link-lock.ts';
import { COURSE, COURSE_FILE } from '../site.ts';

async function read<Key extends CollectionKey>(key: Key): Promise<RawEntry<CollectionEntry<Key>['data']>[]> {
  const entries = await getCollection(key);
  return entries.map((entry) => {
    const file = entry.filePath ?? `${settings.content}/${key}/${entry.id}`;
    const body = ('body' in entry && entry.body) || '';
    return { id: entry.id, file, body, bodyStart: () => lineOfBody(file, body), data: entry.data };
  });
}

/** The line of a file on which its body begins; Astro does not report it. */
function lineOfBody(file: string, body: string): number {
  const text = readFileSync(file, 'utf8');
  return text.slice(0, Math.max(0, text.indexOf(body))).split('\n').length;
}

/** The entries of a kind. */
const readKind = async (kind: KindId): Promise<RawKindEntry[]> =>
  (await read(folderOf(kind))).map((entry) => ({ ...entry, kind }));

/** The content files of the practice tools; each is optional. */
async function readTools(): Promise<RawTools> {
  const files = await Promise.all(
    CONTENT_TOOLS.map(async (id) => [id, (await getCollection(`${id}Tool`))[0]?.data] as const),
  );
  const data = new Map<string, unknown>(files);
  return parseTools((id) => data.get(id));
}

async function load(): Promise<Course> {
  const [lessons, concepts, comparisons, questions, sources, claims, figures, guides, pages] =
    await Promise.all([
      read('lessons'),
      read('concepts'),
      read('comparisons'),
      read('questions'),
      read('sources'),
      read('claims'),
      read('figures'),
      read('guides'),
      read('pages'),
    ]);
  const entries = (await Promise.all(kindsIn(settings.content).map(readKind))).flat();
  const tools = await readTools();
  const about = { id: 'course', file: COURSE_FILE, body: '', data: COURSE };
  const raw = {
    about,
    lessons,
    concepts,
    comparisons,
    questions,
    sources,
    claims,
    figures,
    guides,
    entries,
    pages,
    tools,
  };
  const course = buildCourse(raw);
  const problems = [...checkLinks(raw, course, permalinks(course)), ...checkUnused(raw, course)];
  if (problems.length > 0) throw new AuthorError(problems);
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
