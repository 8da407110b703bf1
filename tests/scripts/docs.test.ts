import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { slug } from '../../src/utils/slug.ts';

const DOCS = globSync(['*.md', 'docs/**/*.md']);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const textOf = (file: string): string => readFileSync(file, 'utf8');
const anchorsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading));

test('every link of the documents leads to a file, and to a heading where it names one', () => {
  const broken = DOCS.flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)]*))?\)/g)].flatMap(
      ([link, path = '', heading]) => {
        const target = path === '' ? file : join(dirname(file), path);
        // An address of the site, in an example.
        if (path.startsWith('/')) return [];
        if (!existsSync(target)) return [`${file}: ${link}`];
        return heading === undefined || anchorsOf(target).includes(heading) ? [] : [`${file}: ${link}`];
      },
    ),
  );
  expect(broken).toEqual([]);
});

test('every command and every path of the project that the documents name is there', () => {
  const missing = DOCS.flatMap((file) => [
    ...[...textOf(file).matchAll(/npm run ([a-z][\w:-]*)/g)]
      .filter(([, name = '']) => scripts[name] === undefined)
      .map(([command]) => `${file}: ${command}`),
    ...[...textOf(file).matchAll(/(?<=`)(?:src|tests|docs|scripts|hosting|public|\.github)\/[\w./-]+(?=`)/g)]
      .filter(([path]) => !existsSync(path))
      .map(([path]) => `${file}: ${path}`),
  ]);
  expect(missing).toEqual([]);
});
