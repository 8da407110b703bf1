// Generates a course of any size: node tests/bench/generate.ts --lessons 1000 --concepts 2000 --out FOLDER
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCourse } from './lessons.ts';

const USAGE =
  'Usage: node tests/bench/generate.ts --lessons N [--concepts N] [--comparisons N] --out FOLDER\n' +
  'FOLDER is replaced by a whole src/content/: the real content, and generated content up to these numbers.';

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`--${name} is no whole number: ${value}`);
  return Number(value);
}

try {
  const { values } = parseArgs({
    options: {
      lessons: { type: 'string' },
      concepts: { type: 'string' },
      comparisons: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const lessons = count('lessons', values.lessons);
  if (lessons === undefined || values.out === undefined) throw new Error('--lessons and --out are needed.');
  writeCourse(join(import.meta.dirname, '../../src/content'), resolve(values.out), {
    lessons,
    concepts: count('concepts', values.concepts),
    comparisons: count('comparisons', values.comparisons),
  });
  console.log(`Wrote a course of ${lessons} lessons to ${values.out}.`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
