import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCourse, readCourse } from '../../tests/support/course.ts';
import { checkContent } from './checks/content.ts';
import { checkLinks, checkUnused } from './checks/graph.ts';
import { readTexts } from './course-texts.ts';
import { readFiles } from './read-course.ts';
import { permalinks } from '../links.ts';

const KINDS = [...readFileSync('docs/examples.md', 'utf8').matchAll(/^## (\w+)$/gm)].map(
  ([, kind = '']) => kind,
);
/** Slugs that the examples name. */
const SLUGS: Readonly<Record<string, string>> = { source: 'family-2024-words', claim: 'zz-01' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
  cpSync('src/content', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const create = (kind: string, slug: string) =>
  spawnSync(process.execPath, ['scripts/new.mjs', kind, slug], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder },
  });

test('the course builds with one example of each kind, except for texts that are too short and facts without a page', () => {
  for (const kind of KINDS) {
    const { status, stderr } = create(kind, SLUGS[kind] ?? 'an-example');
    expect(status, stderr).toBe(0);
  }
  const { raw: unfinished, problems: unread } = readFiles(folder);
  const short = [...unread, ...checkContent(unfinished, readTexts(unfinished))];
  expect(short.map(({ file, problem }) => `${file.slice(folder.length + 1)} ${problem}`)).toEqual([
    expect.stringMatching(/^cases\/an-example.yaml .* has \d+ words$/),
    expect.stringMatching(/^answers\/an-example.mdx has \d+ words$/),
    expect.stringMatching(/^records\/an-example.mdx has \d+ words$/),
  ]);
  rmSync(join(folder, 'cases/an-example.yaml'));

  const raw = readCourse(folder);
  for (const entry of raw.entries)
    if (entry.id === 'an-example' && ['answer', 'record'].includes(entry.kind))
      entry.body += `\n\n${'Word '.repeat(entry.kind === 'answer' ? 150 : 400)}\n`;
  const course = buildCourse(raw);
  const problems = [...checkLinks(raw, readTexts(raw), permalinks(course)), ...checkUnused(raw, course)];
  expect(problems.map(({ file }) => file.slice(folder.length + 1))).toEqual([
    'claims/zz-01.yaml',
    'sources/family-2024-words.json',
  ]);
});

test('a new lesson has the number after the others, and the date of today', () => {
  create('lesson', 'one-more');
  const { lessons } = readFiles(folder).raw;
  const numbers = lessons.map(({ data }) => data.number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const published = lessons.find(({ id }) => id === 'one-more')?.data.published;
  expect(Date.now() - (published?.getTime() ?? 0)).toBeLessThan(2 * 24 * 60 * 60 * 1000);
});

test('nothing is overwritten, and a wrong kind or slug is told', () => {
  for (const [kind, slug, problem] of [
    ['concept', 'delegation', 'delegation.mdx is there already'],
    ['concepts', 'an-idea', 'kind: lesson, question'],
    ['concept', '../an-idea', 'slug: small letters'],
  ] as const)
    expect(create(kind, slug)).toMatchObject({ status: 1, stderr: expect.stringContaining(problem) });
});
