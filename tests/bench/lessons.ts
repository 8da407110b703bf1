import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { comparisonFile, comparisonId } from './content/comparison.ts';
import { conceptFile, madeConcept, type MadeConcept } from './content/concept.ts';
import { lessonFiles, lessonId } from './content/lesson.ts';
import { Prose } from './content/prose.ts';

/** The size of a course, including its real content. */
export interface CourseSize {
  lessons: number;
  /** By default only the real ones. */
  concepts?: number | undefined;
  /** By default six for ten lessons, as in the real course. */
  comparisons?: number | undefined;
}

const SEED = 20_261_124;
const TABLES_PER_LESSON = 0.6;

/**
 * Writes a `src/content/` folder of a size: the real content, then generated content. The same size gives the same files.
 * Replaces the folder.
 * @param real the project's `src/content/`
 */
export function writeCourse(real: string, out: string, size: CourseSize): void {
  const ids = (folder: string, extension = ''): string[] =>
    readdirSync(join(real, folder))
      .filter((file) => file.endsWith(extension))
      .sort()
      .map((file) => basename(file, extname(file)));
  // Guides are in the same folder as their lessons.
  const realLessons = ids('lessons', '.mdx');
  const added = atLeast('lessons', size.lessons, realLessons.length);
  const realConcepts = ids('concepts');
  const addedConcepts = atLeast('concepts', size.concepts ?? realConcepts.length, realConcepts.length);
  const realTables = ids('comparisons').length;
  const addedTables =
    size.comparisons === undefined
      ? Math.ceil(added * TABLES_PER_LESSON)
      : atLeast('comparisons', size.comparisons, realTables);
  if (added > 0 && addedTables === 0) {
    throw new Error(
      `Generated lessons need a table to show. Ask for at least ${realTables + 1} comparisons, or leave the number out.`,
    );
  }

  rmSync(out, { recursive: true, force: true });
  cpSync(real, out, { recursive: true });
  mkdirSync(out, { recursive: true });
  const write = (path: string, text: string): void => {
    writeFileSync(join(out, path), text);
  };

  const prose = new Prose(realLessons.map((id) => readFileSync(join(real, 'lessons', `${id}.mdx`), 'utf8')));
  const claims = ids('claims');
  const sources = ids('sources');
  const concepts = [
    ...realConcepts.map((id): MadeConcept => ({ id, term: termOf(join(real, 'concepts', `${id}.md`)) })),
    ...Array.from({ length: addedConcepts }, (_, number) => madeConcept(number)),
  ];

  for (let number = 0; number < addedConcepts; number += 1) {
    write(`concepts/${madeConcept(number).id}.mdx`, conceptFile(number, SEED, prose, concepts, sources));
  }
  for (let number = 0; number < addedTables; number += 1) {
    write(`comparisons/${comparisonId(number)}.yaml`, comparisonFile(number, SEED, prose));
  }
  const first = realLessons.length + 1;
  for (let number = first; number <= size.lessons; number += 1) {
    const id = lessonId(number);
    const { lesson, questions } = lessonFiles(number, {
      prose,
      seed: SEED,
      concepts,
      claims,
      sources,
      comparison: comparisonId((number - first) % addedTables),
      neighbours: [number - 1, number + 1]
        .filter((other) => other >= first && other <= size.lessons)
        .map(lessonId),
    });
    write(`lessons/${id}.mdx`, lesson);
    write(`questions/${id}.yaml`, questions);
  }
}

/** The number of items to add to the real ones. */
function atLeast(what: string, asked: number, real: number): number {
  if (asked >= real) return asked - real;
  throw new Error(`The real course has ${real} ${what}. Ask for as many or more, not ${asked}.`);
}

/** The term of a concept, from its front matter. */
function termOf(file: string): string {
  const [, front = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  const data: unknown = parse(front);
  if (typeof data === 'object' && data !== null && 'term' in data && typeof data.term === 'string')
    return data.term;
  throw new Error(`${file} has no term in its front matter.`);
}
