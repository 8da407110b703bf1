import { expect, test } from 'vitest';
import { rawCourse } from '../../../tests/fixtures/raw-course.ts';
import { buildCourse } from '../../../tests/support/course.ts';
import type { RawCourse } from '../types.ts';
import { permalinks } from '../../links.ts';
import { readTexts } from '../course-texts.ts';
import { checkLinks, checkUnused, likelyLinks } from './graph.ts';

const filesOf = (raw: RawCourse): string[] => checkUnused(raw, buildCourse(raw)).map(({ file }) => file);

/** The sound course with one more source, and a claim of it. */
function withIdle(): RawCourse {
  const raw = rawCourse();
  const [source] = raw.sources;
  const [claim] = raw.claims;
  if (source === undefined || claim === undefined) throw new Error('The fixture has changed.');
  raw.sources.push({ ...source, id: 'idle-2000', file: 'src/content/sources/idle-2000.json' });
  raw.claims.push({
    ...claim,
    id: 'ld-99',
    file: 'src/content/claims/ld-99.yaml',
    data: { ...claim.data, sources: ['idle-2000'] },
  });
  return raw;
}

test('a course whose claims are all shown and whose sources are all cited has no mistake', () => {
  expect(filesOf(rawCourse())).toEqual([]);
});

test('a claim that no page shows is reported, and its source with it', () => {
  const raw = withIdle();
  expect(filesOf(raw)).toEqual(['src/content/claims/ld-99.yaml', 'src/content/sources/idle-2000.json']);
  const [claim, source] = checkUnused(raw, buildCourse(raw));
  expect(claim?.problem).toBe('no page shows this claim');
  expect(claim?.remedy).toContain('<Claim id="ld-99">');
  expect(source?.remedy).toContain('delete the file');
});

test('a claim in the text of a concept is shown, and its source cited', () => {
  const raw = withIdle();
  Object.assign(raw.concepts[0] ?? {}, { body: 'It is <Claim id="ld-99">a fact</Claim>.' });
  expect(filesOf(raw)).toEqual([]);
});

test('a source that only a concept names is cited', () => {
  const raw = withIdle();
  raw.claims.pop();
  raw.concepts[1]?.data.sources.push('idle-2000');
  expect(filesOf(raw)).toEqual([]);
});

test('a phrase of people who search leads to an address that there is', () => {
  const raw = rawCourse();
  raw.search.data.asked['concepts/managment/'] = ['keep it running'];
  const course = buildCourse(raw);
  expect(checkLinks(raw, readTexts(raw), permalinks(course))).toEqual([
    expect.objectContaining({
      file: 'src/content/search.yaml',
      field: 'asked.concepts/managment/',
      remedy: expect.stringContaining('/concepts/management/') as string,
    }),
  ]);
});

test('a dead link is reported beside other mistakes, and a link to a new page is not', () => {
  const raw = rawCourse();
  raw.lessons[0]?.data.concepts.push('no-such-concept');
  Object.assign(raw.concepts[0] ?? {}, {
    body: 'See [one](/lessons/lesson/#point), [two](/compare/table/) and [three](/lessons/leson/).\n',
  });
  const texts = readTexts(raw);
  expect(checkLinks(raw, texts, likelyLinks(raw, texts))).toMatchObject([
    { field: 'link to /lessons/leson/' },
  ]);
});
