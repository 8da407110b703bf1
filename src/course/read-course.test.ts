import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles, withoutEchoes } from './read-course.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync('tests/fixtures/course', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Problems of the course, as "file: problem remedy". */
const said = (): string[] =>
  readFiles(folder).problems.map(
    ({ file, problem, remedy }) => `${file.slice(folder.length + 1)}: ${problem}; ${remedy}`,
  );

test('every file of a sound course is read', () => {
  expect(said()).toEqual([]);
});

test('a file that nothing reads is told, with the ending or the folder that it needs', () => {
  renameSync(join(folder, 'concepts/dough.mdx'), join(folder, 'concepts/dough.md'));
  renameSync(join(folder, 'claims/yeast-gas.yaml'), join(folder, 'claims/yeast-gas.yml'));
  mkdirSync(join(folder, 'answer'));
  writeFileSync(join(folder, 'answer/why.mdx'), '');
  expect(said()).toEqual([
    expect.stringMatching(
      /^answer\/why\.mdx: nothing .* reads this file; did you mean the folder answers\? Move it/,
    ),
    expect.stringMatching(/^claims\/yeast-gas\.yml: .*end its name with \.yaml/),
    expect.stringMatching(/^concepts\/dough\.md: .*end its name with \.mdx/),
  ]);
});

test('a tool with a mistake is told, and left out', () => {
  mkdirSync(join(folder, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'tools/prompts.yaml'), 'none: 1\n');
  const { raw, problems } = readFiles(folder);
  expect(problems).not.toEqual([]);
  expect(Object.values(raw.tools)).not.toContain(undefined);
});

test('a figure without a drawing, and a drawing without words or without a figure, are told', () => {
  rmSync(join(folder, 'figures/oven.ts'));
  writeFileSync(join(folder, 'figures/stove.ts'), '');
  writeFileSync(join(folder, 'lessons/mix-the-dough.svg'), '<svg viewBox="0 0 1 1"></svg>');
  expect(said()).toEqual([
    expect.stringMatching(/^figures\/oven\.yaml: there is no oven\.ts/),
    expect.stringMatching(/^lessons\/mix-the-dough\.svg: is no drawing with a description/),
    expect.stringMatching(/^figures\/stove\.ts: nothing of the site reads.*write stove\.yaml beside it/),
  ]);
});

test('what only repeats that a file could not be read is left out, and a suggestion is kept', () => {
  const problem = (file: string, said: string, remedy: string) => ({
    file,
    field: 'a',
    problem: said,
    remedy,
  });
  const unread = [problem('src/content/concepts/dough.mdx', 'has a colon', 'quote it')];
  const kept = problem('a.mdx', 'there is no concept "doug"', 'did you mean "dough"?');
  expect(
    withoutEchoes(
      [
        problem('a.mdx', 'there is no concept "dough"', 'add src/content/concepts/dough.mdx.'),
        problem('b.mdx', 'the site has no page /concepts/dough/', 'The list of all addresses is there.'),
        kept,
      ],
      unread,
    ),
  ).toEqual([kept]);
});
