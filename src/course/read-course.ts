import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path/posix';
import type { z } from 'zod';
import type { RawKindEntry } from '../collections/entry.ts';
import { folderOf, KIND_IDS, type KindId } from '../collections/kinds.ts';
import { contentOf } from '../collections/registry.ts';
import { CONTENT_TOOLS, TOOL_CONTENT, type ContentToolId, type RawTools } from '../practice/content.ts';
import { COURSE, COURSE_FILE, COURSE_PROBLEMS, COURSE_REFERENCES } from '../site.ts';
import { nearest } from '../utils/nearest.ts';
import type { Problem } from './author-error.ts';
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

/** Reads the files of a course, each by its schema; files with a mistake of YAML or of a field are left out and reported. */
export function readFiles(content: string): { raw: RawCourse; problems: Problem[] } {
  const problems: Problem[] = [...COURSE_PROBLEMS];
  const taken = new Set<string>();

  function readFile<Schema extends z.ZodType>(
    path: string,
    id: string,
    schema: Schema,
  ): RawEntry<z.output<Schema>>[] {
    const file = join(content, path);
    taken.add(path);
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
    const [entry] = existsSync(join(content, path)) ? readFile(path, id, schema) : [];
    if (entry !== undefined) Object.assign(tools, { [id]: entry });
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
  problems.push(...drawingMistakes(content, raw), ...strayFiles(content, taken));
  return { raw, problems };
}

/** Drawings that are missing or cannot be read aloud: each figure has one, `figures/<id>.ts`, and a lesson may have one. */
function drawingMistakes(content: string, { figures, lessons }: RawCourse): Problem[] {
  const DESCRIBED = /^<svg [^>]*role="img" aria-label="[^"]+"[^>]*>[^]*<\/svg>\s*$/;
  const missing = figures.filter(({ id }) => !existsSync(join(content, 'figures', `${id}.ts`)));
  const silent = lessons
    .map(({ id }) => join(content, 'lessons', `${id}.svg`))
    .filter((file) => existsSync(file) && !DESCRIBED.test(readFileSync(file, 'utf8')));
  return [
    ...missing.map(({ id, file }) => ({
      file,
      field: 'file',
      problem: `there is no ${id}.ts beside it to draw the figure`,
      remedy: 'write it; docs/examples.md has one.',
    })),
    ...silent.map((file) => ({
      file,
      field: 'aria-label',
      problem: 'is no drawing with a description',
      remedy: 'begin it with <svg viewBox="..." role="img" aria-label="what it shows">.',
    })),
  ];
}

/** The endings of the files in each folder. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  lessons: ['.mdx', '.guide.yaml', '.svg'],
  concepts: ['.mdx'],
  comparisons: ['.yaml'],
  questions: ['.yaml'],
  sources: ['.json'],
  claims: ['.yaml'],
  figures: ['.yaml', '.ts'],
  pages: ['.mdx'],
  tools: Object.values(TOOL_CONTENT).map(({ file }) => file),
  ...Object.fromEntries(KIND_IDS.map((kind) => [folderOf(kind), [`.${contentOf(kind).extension}`]])),
};

/** Files that nothing reads, such as one in a folder or with an ending of another name. Locks and tests are no content. */
function strayFiles(content: string, taken: ReadonlySet<string>): Problem[] {
  const isKnown = (path: string): boolean =>
    taken.has(path) ||
    path === 'course.yaml' ||
    /(?:^|\/)\.|\.lock\.json$|\.test\.ts$/.test(path) ||
    Object.values(TOOL_CONTENT).some(({ file }) => path === join('tools', file)) ||
    (/^lessons\/.*\.svg$/.test(path) && taken.has(path.replace(/svg$/, 'mdx'))) ||
    (/^figures\/.*\.ts$/.test(path) && taken.has(path.replace(/ts$/, 'yaml')));
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(content, join(parentPath, name)))
    .filter((path) => !isKnown(path))
    .sort()
    .map((path) => ({
      file: join(content, path),
      field: 'file name',
      problem: 'nothing of the site reads this file',
      remedy: `${strayRemedy(dirname(path), basename(path))}, or delete it.`,
    }));
}

function strayRemedy(folder: string, name: string): string {
  const endings = ENDINGS[folder];
  const near = nearest(folder, Object.keys(ENDINGS));
  if (endings === undefined)
    return `${near === undefined ? 'move it' : `did you mean the folder ${near}? Move it`} to one of ${Object.keys(ENDINGS).join(', ')}`;
  if (folder === 'tools') return `name it as its tool: ${endings.join(', ')}`;
  const [own = '', ...others] = endings;
  return others.some((ending) => name.endsWith(ending))
    ? `write ${name.replace(/\..*/, own)} beside it`
    : `end its name with ${endings.join(' or ')}`;
}

/** Leaves out what only repeats that a file could not be read: to the other files it seems to be missing. */
export function withoutEchoes(mistakes: readonly Problem[], unread: readonly Problem[]): Problem[] {
  const names = new Set(unread.map(({ file }) => basename(file).replace(/\..*/, '')));
  return mistakes.filter(
    ({ problem, remedy }) =>
      ![
        ...problem.matchAll(/(?<="|no page \/[a-z]+\/)[a-z0-9-]+(?=["#/])/g),
        // The file to add. A remedy in quotation marks is a suggestion.
        ...remedy.matchAll(/(?<=\/)[a-z0-9-]+(?=\.)/g),
      ].some(([name]) => names.has(name)),
  );
}
