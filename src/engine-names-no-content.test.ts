import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, KIND_IDS } from './collections/kinds.ts';
import { SITE_NAME } from './site.ts';

/** Folders of the content, and the ending of a file's name after its id. */
const FOLDERS = [
  'lessons',
  'concepts',
  'comparisons',
  'figures',
  'sources',
  'claims',
  ...KIND_IDS.map(folderOf),
].filter((folder) => existsSync(`src/content/${folder}`));

/** Ids that are also words of the engine, each with the meaning that it has there. */
const OWN_WORDS: Record<string, string> = {
  feedback: 'the comment on an answer, and a form of the question cards',
  week: 'a unit of time',
  meetings: 'a kind of event in the time audit',
  change: 'the event of a form control',
  'time-audit': 'a practice tool',
  mentor: 'a kind of stretch in the growth plan',
  stretch: 'an entry of the growth plan',
  direction: 'what an item of the feedback form is about',
  reflection: 'the hour that the time audit puts into a calendar',
  leading: 'the id of a side',
  managing: 'the id of a side',
};

/** Files that name content on purpose, each with the reason. */
const EXCEPTIONS: Record<string, string> = {
  'src/practice/balance/':
    'the fields of the grid are named after concepts, in stored results and team codes',
  'src/practice/questions/content.ts': 'the comparison whose rows are pairs of questions too',
};

const ids = new Set(
  FOLDERS.flatMap((folder) =>
    readdirSync(`src/content/${folder}`)
      .filter((file) => !file.includes('.test.'))
      .map((file) => basename(file).replace(/\..*$/, '')),
  ).filter((id) => !Object.hasOwn(OWN_WORDS, id)),
);

/** The files of the engine without its tests, which may have this course as their material. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => !name.startsWith('src/content/') && !name.includes('.test.'))
  .filter((name) => ['.ts', '.astro', '.css'].includes(extname(name)))
  .filter((name) => !Object.keys(EXCEPTIONS).some((start) => name.startsWith(start)));

/** A line without its comments: examples in them may come from this course. */
const withoutComment = (line: string): string =>
  /^\s*(?:\*|\/\*|\/\/)/.test(line) ? '' : line.replace(/\/\*.*?\*\/|(?<!:)\/\/ .*$/g, '');

/** What a line names of the course: a whole string, a segment of a path in a string, or the site's name. */
function namedIn(line: string): string[] {
  const strings = [...line.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].map(([, , text = '']) => text);
  const segments = strings.flatMap((text) => (/^[/\w.#-]+$/.test(text) ? text.split(/[/#]/) : []));
  return [
    ...segments.filter((segment) => ids.has(segment)),
    ...(line.includes(SITE_NAME) ? [SITE_NAME] : []),
  ];
}

test('no file of the engine names an entry of the course or the site', () => {
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        namedIn(withoutComment(line)).map((name) => `${file}:${index + 1} names "${name}"`),
      ),
  );
  expect(found).toEqual([]);
});
