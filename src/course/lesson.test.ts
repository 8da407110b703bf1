import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AuthorError } from './author-error.ts';
import { checkLinks } from './checks/graph.ts';
import { readTexts } from './course-texts.ts';
import { buildCourse } from '../../tests/support/course.ts';
import { settings } from '../build/settings.ts';
import type { Course, RawCourse } from './types.ts';
import { LESSON_COMPONENTS } from './lesson-components.ts';
import { outlineOf } from './lesson-outline.ts';
import { lessonBody } from '../exports/markdown/lesson.ts';
import { permalinks } from '../links.ts';
import { rawCourse } from '../../tests/fixtures/raw-course.ts';

/** The small course with extra text in its section; the text begins on line 15 of its file. */
function courseWith(text: string): RawCourse {
  const raw = rawCourse();
  const [lesson] = raw.lessons;
  if (lesson === undefined) throw new Error('The small course has a lesson.');
  lesson.body = lesson.body.replace('<Comparison', () => `${text}\n\n<Comparison`);
  lesson.bodyStart = 15 - lesson.body.split('\n').indexOf(text.split('\n')[0] ?? '');
  return raw;
}

const addresses = {
  absolute: (path: string) => `https://example.org${path}`,
  lasting: ({ path }: { path: string }) => `https://example.org${path}`,
};

const markdownWith = (text: string): string => {
  const course = buildCourse(courseWith(text));
  const [lesson] = course.lessons;
  return lesson === undefined ? '' : lessonBody(lesson, { course, ...addresses });
};

/** The message of the error that a build throws. */
function messageOf(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
  return '';
}

const passagesOf = (text: string) =>
  outlineOf(text).sections.flatMap(({ passages }) =>
    passages.map(({ label, text: words }) => [label, words]),
  );

test.describe('a lesson is read whole', () => {
  test('a block has its label without an empty line after its tag', () => {
    expect(passagesOf('<Example title="On a ward">\nText one.\n</Example>')).toEqual([
      ['Example: On a ward', 'Text one.'],
    ]);
  });

  test('an attribute may have a greater-than sign, and single quotation marks', () => {
    expect(passagesOf('<Example title="More than 5 > 3">\n\nText.\n\n</Example>')).toEqual([
      ['Example: More than 5 > 3', 'Text.'],
    ]);
    expect(outlineOf("A <Claim id='ld-03'>fact</Claim>.").parts.claims).toEqual(['ld-03']);
  });

  test('comments are no words of the lesson', () => {
    const outline = outlineOf('Two words.\n\n{/* five words in a comment */}\n\nMore {/* and here */} text.');
    expect(outline.words).toBe(4);
    expect(outline.parts.mistakes).toEqual([]);
  });

  test('code has no headings, components or links', () => {
    const { headings, parts } = outlineOf(
      '```md\n## Not a heading\n<Claim id="x">y</Claim>\n[a](/b/)\n```\n',
    );
    expect([headings, parts.claims, parts.headings, parts.links]).toEqual([[], [], [], []]);
  });

  test('a text in braces is text', () => {
    expect(passagesOf('One{" "}two.')).toEqual([[undefined, 'One two.']]);
  });

  test('components, headings and words are found where they are', () => {
    const outline = outlineOf(
      'Hi there.\n\n## One *point* {#one}\n\nA <Term id="trust">trust</Term>.\n\n<Comparison id="t" rows="a b" />\n\n### Small {#small}\n\nEnd.',
    );
    expect(outline.headings).toEqual([
      { depth: 2, text: 'One point', id: 'one' },
      { depth: 3, text: 'Small', id: 'small' },
    ]);
    expect(outline.comparisons).toEqual([{ id: 't', rows: ['a', 'b'] }]);
    expect(outline.parts.components.map(({ name, line }) => [name, line])).toEqual([
      ['Term', 5],
      ['Comparison', 7],
    ]);
    expect(outline.words).toBe(8);
  });

  test('its Markdown has blocks, terms, claims and links, and no component', () => {
    const markdown = markdownWith(
      '<Example title="5 > 3">\nA <Claim id="ld-03">true <Term id="management">word</Term></Claim>, [here](#point).\n</Example>',
    );
    expect(markdown).toContain(
      '> **Example: 5 > 3**\n>\n> A true [word](https://example.org/concepts/management/)[^ld-03], [here](https://example.org/lessons/lesson/#point).',
    );
    expect(markdown).not.toMatch(/<[A-Z]/);
  });
});

const mistakes: [name: string, text: string, ...message: string[]][] = [
  ['code in a sentence', 'Some {curly} words.', '{curly}', String.raw`\{`],
  ['code in an attribute', '<Example title={name}>\n\nText.\n\n</Example>', '<Example title>', 'title="..."'],
  ['spread attributes', '<Example {...all} title="a">\n\nText.\n\n</Example>', '{...all}'],
  ['an import', 'import a from "b"', 'import: is code', 'components need no import'],
  ['an export', 'export const a = 1', 'export: is code'],
  ['an HTML comment', '<!-- later -->', '<!--: HTML comments', '{/* the comment */}'],
  ['a tag that is not closed', '<Example title="a">', '<Example>: Expected a closing tag', '</Example>'],
  ['curly quotation marks in a tag', 'A <Claim id=“ld-03”>fact</Claim>.', 'curly', '<Claim id="ld-03">'],
  [
    'an unknown component',
    '<Exmaple title="a">\n\nText.\n\n</Exmaple>',
    'did you mean "Example"?',
    'Timeline',
  ],
  ['HTML', 'Some <b>bold</b> words.', '<b>: is no component of lessons'],
  ['an unknown attribute', '<Example titel="a">\n\nText.\n\n</Example>', '<Example titel>', '"title"?'],
  ['an attribute that is missing', '<Example>\n\nText.\n\n</Example>', '<Example title>: is missing'],
  ['an attribute that is empty', '<Figure id="" />', '<Figure id>: is empty'],
  ['an attribute twice', '<Figure id="a" id="b" />', '<Figure id>: is written twice'],
  ['a block without text', '<FromTheTalk />', '<FromTheTalk>: has no text'],
  ['text in a component that takes none', '<Timeline>\n\nText.\n\n</Timeline>', '<Timeline>: takes no text'],
  ['a block in a sentence', 'See <Figure id="a" /> here.', '<Figure>: is part of a sentence'],
  ['a sentence that is one claim', '<Claim id="ld-03">A fact.</Claim>', 'MDX makes no paragraph'],
  [
    'two claims that are a whole line',
    '<Claim id="ld-03">A.</Claim> <Claim id="ld-03">B.</Claim>',
    '<Claim>',
  ],
  ['a wrong id of a claim', 'A <Claim id="ld-30">fact</Claim>.', 'did you mean "ld-03"'],
  ['a wrong tool', '<ThisWeek if="a" then="b" tool="balence" />', '<ThisWeek tool>', '"balance"?'],
  ['a step without its action', '<ThisWeek if="a" />', '<ThisWeek then>: is missing'],
  ['an id with capitals', '## Jobs {#Three-Jobs}', 'the id "Three-Jobs"', '{#three-jobs}'],
  ['an id of two words', '## Jobs {#my jobs}', 'the id "my jobs"', '{#my-jobs}'],
  ['an id without letters', '## Jobs {#}', 'an id in a form that is not allowed', '{#short-id}'],
  ['a heading without a space', '##Jobs {#jobs}', 'no space after the number signs', '## The heading'],
  ['an attribute without quotation marks', 'A <Claim id=ld-03>fact</Claim>.', '<Claim id="ld-03">'],
  ['a tag that Markdown needs no end for', 'One<br>two.', '<br>: is HTML', 'remove the tag'],
  ['an address in angle brackets', 'See <https://example.org>.', '[what is there](https://example.org)'],
  ['a link whose address is nowhere', 'See [this][that].', '[this][that]: is a link without an address'],
  ['a table of a header alone', '| One | Two |\n| --- | --- |', 'table: has no rows below its header'],
  ['a link without an address', 'See [this]().', '[this](): is a link without an address'],
  ['a link without words', 'See [](/lessons/lesson/).', '[](/lessons/lesson/): is a link without words'],
  ['a block of code', '```\ncode\n```', 'block of code: has no place in a text'],
  ['a component that is not closed', '<Figure id="a">', '<Figure>: ', 'end the tag itself'],
  ['a timeline without events', '<Timeline />', '<Timeline>: has no events to show'],
  ['a heading without an id', '## Jobs', 'heading "Jobs": has no id', '## Jobs {#short-id}'],
  ['an id that is on the page already', '## Jobs {#evidence}', 'the id "evidence" is on this page'],
  ['a title in the text', '# Jobs {#jobs}', 'heading "Jobs": has one number sign'],
  ['an image without words', '![](/a.png)', '![](/a.png): the image has no text alternative'],
  [
    'an image that is not there',
    '![A team](./team.png)',
    '![](./team.png): there is no such file in public/',
  ],
];

for (const [name, text, ...message] of mistakes)
  test(`${name} is refused with file, line and remedy`, () => {
    const said = messageOf(() => buildCourse(courseWith(text)));
    expect(said).toMatch(/src\/content\/lessons\/lesson\.mdx:15\n/);
    expect(said).toContain('Remedy: ');
    for (const part of message) expect(said).toContain(part);
  });

test('a part that is in the lesson twice is refused at its second place', () => {
  const said = messageOf(() => buildCourse(courseWith('<CheckYourself />')));
  expect(said).toMatch(/lesson\.mdx:19\n.*<CheckYourself>: is in the lesson twice/);
});

test('all mistakes of a text that can be parsed are reported together', () => {
  const said = messageOf(() => buildCourse(courseWith('<Example>\n\n{a}\n\n</Example>\n\n## Bare')));
  expect(said).toContain('3 problems');
});

test('a link to nothing is refused with the nearest address', () => {
  const problemsOf = (link: string): string => {
    const raw = courseWith(`See [it](${link}).`);
    const course: Course = buildCourse(raw);
    return checkLinks(raw, readTexts(raw), permalinks(course))
      .map(({ file, line, problem, remedy }) => `${file}:${line} ${problem} ${remedy}`)
      .join('\n');
  };
  expect(problemsOf('/lessons/leson/')).toMatch(
    /lesson\.mdx:15 the site has no page .*"\/lessons\/lesson\/"/,
  );
  expect(problemsOf('/lessons/lesson')).toMatch(/did you mean "\/lessons\/lesson\/"/);
  expect(problemsOf('#pont')).toMatch(/no heading or entry "#pont".*#point"/);
  expect(problemsOf('/compare/table/#riks')).toMatch(/table\/#risk"/);
  expect(problemsOf('/lessons/lesson#point')).toMatch(/did you mean "\/lessons\/lesson\/#point"/);
  expect(problemsOf('../other/')).toMatch(/begin it with/);
  expect(problemsOf(`${settings.site}/lessons/lesson/`)).toMatch(
    /whole address of this site.* write \/lessons\/lesson\/\./,
  );
  for (const fine of [
    '#point',
    '/compare/table/#risk',
    '/concepts/management/',
    'https://example.org/x',
    '/a.pdf',
  ])
    expect(problemsOf(fine), fine).toBe('');
});

test('the text of a concept is checked as well', () => {
  const raw = rawCourse();
  Object.assign(raw.concepts[0] ?? {}, { body: 'One.\n\n![](/x.png)\n' });
  expect(messageOf(() => buildCourse(raw))).toMatch(/management\.mdx:3\n.*the image has no text alternative/);
});

test('a concept has receipts and terms, and no other component', () => {
  const raw = rawCourse();
  const [entry] = raw.concepts;
  Object.assign(entry ?? {}, { body: 'It is <Claim id="ld-03">a fact</Claim>.\n' });
  const concept = buildCourse(raw).concept('management');
  expect(concept.claims.map(({ id }) => id)).toEqual(['ld-03']);
  expect(concept.sources.map(({ id }) => id)).toEqual(['kotter-1990']);
  Object.assign(entry ?? {}, { body: 'One.\n\n<Timeline />\n' });
  expect(messageOf(() => buildCourse(raw))).toMatch(
    /management\.mdx:3\n.*<Timeline>: is no component of this text[\s\S]*use one of Claim, Term, or Markdown/,
  );
});

test('the guide for contributors lists the components and their attributes', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');
  for (const [name, { attributes }] of Object.entries(LESSON_COMPONENTS)) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`<${name}`));
    expect(row, name).toBeDefined();
    for (const attribute of Object.keys(attributes)) expect(row, name).toContain(`${attribute}=`);
  }
});
