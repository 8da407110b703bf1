import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { z } from 'zod';
import type { conceptSchema } from '../../src/course/schemas/concept.ts';
import type { lessonSchema } from '../../src/course/schemas/lesson.ts';
import type { questionsSchema } from '../../src/course/schemas/questions.ts';

/** The size of a course, including its real content. */
interface CourseSize {
  lessons: number;
  /** By default only the real ones. */
  concepts?: number;
}

/**
 * Writes a `src/content/` folder of a size: the real content, then copies of its lessons and concepts under names of their
 * own. Replaces the folder.
 * @param real the project's `src/content/`
 */
export function writeCourse(real: string, out: string, size: CourseSize): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(real, out, { recursive: true });

  const concepts = idsIn(join(real, 'concepts'));
  for (const { id, copy } of copies('concepts', concepts, size.concepts ?? concepts.length)) {
    const { data, body } = readText<typeof conceptSchema>(join(real, 'concepts', `${id}.mdx`));
    const aliases = data.aliases.map((alias) => `${alias} ${copy}`);
    writeText(
      join(out, 'concepts', `${id}-${copy}.mdx`),
      { ...data, term: `${data.term} ${copy}`, aliases },
      body,
    );
  }

  const written = new Set(idsIn(join(out, 'concepts')));
  const lessons = idsIn(join(real, 'lessons'));
  for (const { id, copy, place } of copies('lessons', lessons, size.lessons)) {
    const { data, body } = readText<typeof lessonSchema>(join(real, 'lessons', `${id}.mdx`));
    const front = {
      ...data,
      title: `${data.title} ${copy}`,
      number: place,
      // Copies teach copies, as far as there are any, so that the lists of lessons on concepts stay short.
      concepts: data.concepts.map((concept) =>
        written.has(`${concept}-${copy}`) ? `${concept}-${copy}` : concept,
      ),
    };
    writeText(join(out, 'lessons', `${id}-${copy}.mdx`), front, body);
    const { questions } = parse(readFileSync(join(real, 'questions', `${id}.yaml`), 'utf8')) as z.input<
      typeof questionsSchema
    >;
    const own = questions.map((question) => ({ ...question, id: `${question.id}-${copy}` }));
    writeFileSync(join(out, 'questions', `${id}-${copy}.yaml`), stringify({ questions: own }));
  }
}

/** Ids of the texts in a folder; guides are in the same folder as their lessons. */
const idsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => name.slice(0, -'.mdx'.length));

/** What to copy for a number of items in all: the id of the original, how manieth copy it is, and its place among all. */
function copies(
  what: string,
  ids: readonly string[],
  count: number,
): { id: string; copy: number; place: number }[] {
  if (count < ids.length)
    throw new Error(`The real course has ${ids.length} ${what}. Ask for as many or more, not ${count}.`);
  return Array.from({ length: count - ids.length }, (_, index) => ({
    id: ids[index % ids.length] ?? '',
    copy: Math.floor(index / ids.length) + 2,
    place: ids.length + index + 1,
  }));
}

function readText<Schema extends z.ZodType>(file: string): { data: z.input<Schema>; body: string } {
  const [, front = '', ...rest] = readFileSync(file, 'utf8').split(/^---\n/m);
  return { data: parse(front) as z.input<Schema>, body: rest.join('---\n') };
}

function writeText(file: string, front: object, body: string): void {
  writeFileSync(file, `---\n${stringify(front)}---\n${body}`);
}
