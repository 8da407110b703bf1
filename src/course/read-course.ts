import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path/posix';
import type { z } from 'zod';
import type { RawKindEntry } from '../collections/entry.ts';
import { folderOf, KIND_IDS, type KindId } from '../collections/kinds.ts';
import { contentOf } from '../collections/registry.ts';
import { CONTENT_TOOLS, TOOL_CONTENT, type ContentToolId, type RawTools } from '../practice/content.ts';
import { COURSE, COURSE_FILE, COURSE_REFERENCES } from '../site.ts';
import { AuthorError, type Problem } from './author-error.ts';
import { mistakesIn } from './build-course.ts';
import { readContent } from './content-file.ts';
import { claimSchema } from './schemas/claim.ts';
import { comparisonSchema } from './schemas/comparison.ts';
import { conceptSchema } from './schemas/concept.ts';
import { editionsSchema } from './schemas/editions.ts';
import { figureSchema } from './schemas/figure.ts';
import { guideSchema } from './schemas/guide.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { pageTextSchema } from './schemas/page-text.ts';
import { questionsSchema } from './schemas/questions.ts';
import { searchSchema } from './schemas/search.ts';
import { sourceSchema } from './schemas/source.ts';
import type { RawCourse, RawEntry } from './types.ts';

/** The words of people who search, which a course may lack. */
const SEARCH_FILE = 'search.yaml';

/**
 * Reads the files of a course, each by its schema.
 * @param content the folder of the course
 * @throws {AuthorError} if a file has a mistake of YAML or of its fields; it lists those of all files and all others
 */
export function readCourse(content: string): RawCourse {
  const problems: Problem[] = [];

  function readFile<Schema extends z.ZodType>(
    path: string,
    id: string,
    schema: Schema,
  ): RawEntry<z.output<Schema>>[] {
    const file = join(content, path);
    const read = readContent(file, schema);
    if (!Array.isArray(read)) return [{ id, file, ...read }];
    problems.push(...read);
    return [];
  }

  /** Reads the files of a folder, which a course may lack; a file's name without the ending is its id. */
  function read<Schema extends z.ZodType>(
    folder: string,
    ending: string,
    schema: Schema,
  ): RawEntry<z.output<Schema>>[] {
    const names = existsSync(join(content, folder)) ? readdirSync(join(content, folder)).sort() : [];
    return names
      .filter((name) => name.endsWith(ending))
      .flatMap((name) => {
        const id = name.slice(0, -ending.length);
        if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
          problems.push({
            file: join(content, folder, name),
            field: 'file name',
            problem:
              'is the address of the page, and has other characters than small letters, digits and hyphens',
            remedy: `name it as in "what-to-say${ending}".`,
          });
        return readFile(join(folder, name), id, schema);
      });
  }

  const readKind = (kind: KindId): RawKindEntry[] => {
    const { extension, schema } = contentOf(kind);
    return read(folderOf(kind), `.${extension}`, schema).map((entry) => ({ ...entry, kind }));
  };

  const tools: RawTools = {};
  const readTool = <Id extends ContentToolId>(id: Id): void => {
    const { file, schema } = TOOL_CONTENT[id];
    const path = join('tools', file);
    if (existsSync(join(content, path))) Object.assign(tools, { [id]: readFile(path, id, schema)[0] });
  };
  CONTENT_TOOLS.forEach(readTool);

  const raw: RawCourse = {
    about: { id: 'course', file: COURSE_FILE, body: '', data: COURSE, references: COURSE_REFERENCES },
    editions: readFile('editions.yaml', 'editions', editionsSchema)[0]?.data.editions ?? [],
    lessons: read('lessons', '.mdx', lessonSchema),
    concepts: read('concepts', '.mdx', conceptSchema),
    comparisons: read('comparisons', '.yaml', comparisonSchema),
    questions: read('questions', '.yaml', questionsSchema),
    sources: read('sources', '.json', sourceSchema),
    claims: read('claims', '.yaml', claimSchema),
    figures: read('figures', '.yaml', figureSchema),
    // A guide lies beside its lesson, and has its id.
    guides: read('lessons', '.guide.yaml', guideSchema),
    entries: KIND_IDS.flatMap(readKind),
    pages: read('pages', '.mdx', pageTextSchema),
    tools,
    search: (existsSync(join(content, SEARCH_FILE))
      ? readFile(SEARCH_FILE, 'search', searchSchema)[0]
      : undefined) ?? {
      id: 'search',
      file: join(content, SEARCH_FILE),
      body: '',
      data: searchSchema.parse({}),
    },
  };
  if (problems.length > 0) {
    // To the others a file with a mistake seems to be missing, so what they say of it is left out.
    const unread = new Set(problems.map(({ file }) => basename(file).replace(/\..*/, '')));
    const others = mistakesIn(raw).filter(
      ({ problem, remedy }) =>
        ![...`${problem} ${remedy}`.matchAll(/(?<=["/])[a-z0-9-]+(?=["#.])/g)].some(([id]) => unread.has(id)),
    );
    throw new AuthorError([...problems, ...others]);
  }
  return raw;
}
