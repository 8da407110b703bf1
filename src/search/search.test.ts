import { describe, expect, test } from 'vitest';
import { buildCourse } from '../../tests/support/course.ts';
import { buildInstantIndex, buildLaterIndex, distinctAliases } from './build-instant-index.ts';
import { searchWords, type LookUp } from './full-text.ts';
import {
  readInstantIndex,
  readLaterEntries,
  readPlaces,
  readVocabulary,
  writePlaces,
  type SiteTexts,
} from './instant-index.ts';
import { InstantSearch } from './instant-search.ts';
import { excerptOf } from './results.ts';
import { recordsFromHtml } from '../build/search-records.ts';
import { distance, nearest } from '../utils/nearest.ts';
import { MAX_QUERY, normalize, readQuery, stem, termsOf } from './terms.ts';
import { rawCourse } from '../../tests/fixtures/raw-course.ts';

describe('terms', () => {
  test('are in lower case, without accents and symbols', () => {
    expect(normalize('  Café “Société” — don’t! ')).toBe('cafe societe dont');
    expect(normalize('1,000 percent')).toBe('1000 percent');
    expect(new Set(['1:1', 'One-to-one', '1 on 1', '1on1', 'one on one'].map(normalize)).size).toBe(1);
  });

  for (const family of [
    'manage manages managed managing manager managers management',
    'lead leads leader leading leadership',
    'delegate delegation delegating',
    'inspire inspiration inspiring',
    'experiment experiments experimentation',
    'time times',
    'role roles',
    'process processes',
    'plan plans planning planned',
    'hire hiring',
    'study studies studied',
    'empower empowerment',
    'kpi kpis',
    'care caring cares',
    'hire hired',
    'organize organise organisation organization',
    'own owner ownership',
    'charisma charismatic',
  ]) {
    test(`share a stem: ${family}`, () => {
      expect(new Set(family.split(' ').map(stem)).size).toBe(1);
    });
  }

  test('of different words stay apart', () => {
    const words = [
      'vision',
      'mission',
      'risk',
      'crisis',
      'spring',
      'status',
      'career',
      'care',
      'car',
      'meaning',
      'let',
      'letter',
      'form',
      'former',
    ];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });

  test('exclude stop words, unless nothing else was typed', () => {
    expect(readQuery('What is the plan?').words).toEqual(['plan']);
    expect(readQuery('who are we').words).toEqual(['who', 'are', 'we']);
    expect(termsOf('the plan')).toEqual(['plan']);
  });

  test('contain each stem once, with the word as it was typed', () => {
    expect(readQuery('leader or leading managers')).toMatchObject({
      terms: ['lead', 'manag'],
      words: ['leader', 'managers'],
    });
  });

  test('of a very long query are truncated', () => {
    expect(readQuery('word '.repeat(1000)).phrase.length).toBeLessThanOrEqual(MAX_QUERY);
    const many = Array.from({ length: 60 }, (_, at) => `w${at}`).join(' ');
    expect(readQuery(many).terms.length).toBeLessThanOrEqual(24);
  });

  test('are empty for an empty query and for symbols only', () => {
    for (const text of ['', '   ', '?!', '<>"&']) expect(readQuery(text).terms).toEqual([]);
  });
});

describe('suggestions', () => {
  const words = new Map([
    ['uncertainty', 5],
    ['management', 40],
    ['vision', 9],
    ['risk', 12],
    ['trust', 6],
  ]);

  test('count a swap of neighbors as one edit', () => {
    expect(distance('visoin', 'vision', 2)).toBe(1);
    expect(distance('trust', 'truest', 2)).toBe(1);
    expect(distance('risk', 'momentum', 2)).toBeGreaterThan(2);
  });

  for (const [typed, meant] of [
    ['uncertinty', 'uncertainty'],
    ['managment', 'management'],
    ['visoin', 'vision'],
    ['rsik', 'risk'],
  ] as const) {
    test(`${typed} is corrected to ${meant}`, () => {
      expect(nearest(typed, words.keys())).toBe(meant);
    });
  }

  test('prefer swapped letters', () => {
    expect(nearest('ld-72', ['ld-02', 'ld-12', 'ld-22', 'ld-27', 'ld-70'])).toBe('ld-27');
  });

  test('are not made for short or very different words', () => {
    expect(nearest('rik', words.keys())).toBeUndefined();
    expect(nearest('quantum', words.keys())).toBeUndefined();
    // Two mistakes in eight letters lead to another word; in nine they may be a slip.
    expect(nearest('leaching', ['learning'])).toBeUndefined();
    expect(nearest('execcutin', ['execution'])).toBe('execution');
  });
});

describe('the small index and the later one', () => {
  test('contain every title, distinct alias, and cell', () => {
    const course = buildCourse(rawCourse());
    const entries = [
      ...readInstantIndex(buildInstantIndex(course)),
      ...readLaterEntries(buildLaterIndex(course)),
    ];
    expect(entries.find(({ url }) => url === '/concepts/management/')).toMatchObject({
      kind: 'concept',
      title: 'Management',
      aliases: ['boss'],
    });
    expect(entries.find(({ url }) => url === '/compare/table/#focus')).toMatchObject({
      kind: 'row',
      title: 'focus: A table',
      cells: [
        ['Leading', 'Leads focus.'],
        ['Managing', 'Manages focus.'],
      ],
    });
    expect(entries.find(({ url }) => url === '/lessons/lesson/#point')).toMatchObject({
      kind: 'section',
      title: 'A point',
    });
    expect(entries.some(({ url }) => url === '/sources/')).toBe(true);
  });

  test('survives texts with the separator characters', () => {
    const raw = rawCourse();
    const [concept] = raw.concepts;
    if (concept === undefined) throw new Error('The fixture has no concept.');
    concept.data.definition = 'One | two\nthree # four.';
    const entries = readInstantIndex(buildInstantIndex(buildCourse(raw)));
    expect(entries.find(({ url }) => url === `/concepts/${concept.id}/`)?.text).toBe('One two three # four.');
    expect(entries.filter(({ kind }) => kind === 'concept')).toHaveLength(raw.concepts.length);
  });

  test('omits aliases that are forms of the title or of each other', () => {
    expect(distinctAliases('Management', ['managing', 'boss', 'bosses', 'change management'])).toEqual([
      'boss',
      'change management',
    ]);
  });
});

const NO_TEXTS: SiteTexts = { records: 0, words: '', pages: '', places: '' };

describe('search', () => {
  const course = buildCourse(rawCourse());
  const search = new InstantSearch(readInstantIndex(buildInstantIndex(course)));
  search.addEntries(readLaterEntries(buildLaterIndex(course)));
  search.addVocabulary(readVocabulary(buildLaterIndex(course)));

  test('answers with the concept or the row that the query names', () => {
    expect(search.search('boss').answer?.entry.url).toBe('/concepts/management/');
    expect(search.search('focus').answer?.entry.url).toBe('/compare/table/#focus');
  });

  test('is not confident about unknown words', () => {
    expect(search.search('quantum chromodynamics')).toMatchObject({
      hits: [],
      confident: false,
      unknown: ['quantum', 'chromodynamics'],
    });
    expect(search.search('boss').unknown).toEqual([]);
  });

  test('corrects a typo, but not a word of the full text', () => {
    const learner = new InstantSearch(readInstantIndex(buildInstantIndex(buildCourse(rawCourse()))));
    expect(learner.search('visionery').corrected).toBe('visionary');
    learner.addTexts({ ...NO_TEXTS, words: 'visionery' });
    expect(learner.search('visionery').corrected).toBeUndefined();
  });

  test('reads two words as the one that they make, where the first is no word of its own', () => {
    const learner = new InstantSearch(readInstantIndex(buildInstantIndex(buildCourse(rawCourse()))));
    learner.addTexts({ ...NO_TEXTS, words: 'micromanager time table timetable' });
    expect(learner.search('micro manager').corrected).toBe('micromanager');
    expect(learner.search('time table').corrected).toBeUndefined();
  });

  test('treats a form of a word of the full text as known, but not a typo with its stem', () => {
    const learner = new InstantSearch(readInstantIndex(buildInstantIndex(buildCourse(rawCourse()))));
    learner.addTexts({ ...NO_TEXTS, words: 'policy passing pass' });
    expect(learner.search('policies').unknown).toEqual([]);
    expect(learner.search('pasing').corrected).toBe('passing');
  });

  test('finds a page by a word of its text, below one that is about it', () => {
    const learner = new InstantSearch(readInstantIndex(buildInstantIndex(buildCourse(rawCourse()))));
    const urls = (query: string): string[] => learner.search(query).hits.map(({ entry }) => entry.url);
    expect(urls('lantern')).toEqual([]);
    learner.addTexts({
      ...NO_TEXTS,
      words: 'lantern boss',
      pages: '/lessons/lesson/\n/concepts/management/',
      places: `boss ${writePlaces([0])}\nlantern ${writePlaces([0])}`.replace('boss', stem('boss')),
    });
    expect(urls('lantern')).toEqual(['/lessons/lesson/']);
    expect(urls('boss').slice(0, 2)).toEqual(['/concepts/management/', '/lessons/lesson/']);
  });

  test('finds an entry by another word for its name, without an answer card', () => {
    const learner = new InstantSearch(readInstantIndex(buildInstantIndex(buildCourse(rawCourse()))));
    learner.addVocabulary({ asked: [], synonyms: ['boss captain'] });
    const { hits, answer } = learner.search('captain');
    expect(hits[0]?.entry.url).toBe('/concepts/management/');
    expect(answer).toBeUndefined();
  });

  test('finds a page by a phrase that people type, also in part and in other forms', () => {
    expect(search.search('keeping a kitchen running').hits[0]).toMatchObject({
      entry: { url: '/concepts/management/' },
      why: { like: { kind: 'asked' } },
    });
  });

  for (const places of [[], [0], [0, 1, 2], [5, 65, 66, 400], [60, 120, 121]])
    test(`reads the places it wrote: ${places.join(' ')}`, () => {
      expect(readPlaces(writePlaces(places))).toEqual(places);
    });

  for (const text of ['', ' ', '?', '<script>', '"', '\\', '(', '*', '٣', '🙂', 'a'.repeat(5000)]) {
    test(`accepts any input: ${text.slice(0, 12)}`, () => {
      expect(() => search.search(text)).not.toThrow();
    });
  }
});

describe('records', () => {
  const html = `<html><body><nav>Skip me</nav><main><h1>A page</h1>
    <article data-record="lesson"><p>Opening.</p>
      <div><h2 id="one">One<a class="anchor" href="#one">#</a></h2></div><p>Text of one.</p>
      <h3 id="two">Two</h3><p>Text of two. <span data-omit="search">Hidden.</span></p></article>
    <table><tr id="risk" data-record="row" data-record-title="Risk: A table" data-record-also="chance"><td>Cell.</td></tr></table>
    </main></body></html>`;
  const records = recordsFromHtml(html, '/lessons/a/');
  const at = (url: string) => records.find((record) => record.url === url);

  test('are split at the headings of a lesson', () => {
    expect(at('/lessons/a/#one')).toMatchObject({ kind: 'section', title: 'One', text: 'Text of one.' });
    expect(at('/lessons/a/#two')).toMatchObject({ title: 'Two', text: 'Text of two.', page: 'A page' });
  });

  test('have their title, kind and extra words', () => {
    expect(at('/lessons/a/#risk')).toMatchObject({ kind: 'row', title: 'Risk: A table', also: 'chance' });
  });

  test('separate the words of neighboring blocks, but not those of a sentence, and do not repeat the title', () => {
    const [record] = recordsFromHtml(
      '<article data-record="concept"><h1>Trust</h1><p>One <em>word</em>, <b>un</b>broken.</p><ul><li>a</li><li>b</li></ul></article>',
      '/',
    );
    expect(record?.text).toBe('One word, unbroken. a b');
  });

  test('exclude navigation and omitted elements', () => {
    for (const { text } of records) expect(text).not.toMatch(/Skip me|Hidden/);
  });
});

describe('excerpts', () => {
  const text =
    'It opened in 2014. The first hackathon ran for a week in July, and 12,000 people came. Nobody had planned for that. Dr. Lee led it.';

  test('begin at the sentence with the most words sought', () => {
    expect(excerptOf(text, termsOf('hackathon people'))).toBe(
      'The first hackathon ran for a week in July, and 12,000 people came. Nobody had planned for that. Dr. Lee led it.',
    );
  });

  test('end with a word', () => {
    const excerpt = excerptOf(`${'A very long sentence about work goes on '.repeat(10)}and on.`, ['work']);
    expect(excerpt.length).toBeLessThan(190);
    expect(excerpt).toMatch(/(?: A very long sentence| about| work| goes| on) …$/);
  });

  test('do not repeat the one before', () => {
    const had = [excerptOf('Plans help. They do.', ['plan'])];
    expect(excerptOf('Plans help. Other plans fail.', ['plan'], had)).toBe('Other plans fail.');
  });
});

describe('the full text', () => {
  const records: Record<string, string> = {
    '/a/': 'Grove wrote about meetings.',
    '/b/': 'Meetings and more meetings.',
    '/c/': 'Nothing of the kind.',
  };
  const lookUp: LookUp = (word) =>
    Promise.resolve(
      Object.entries(records)
        .filter(([, text]) => text.toLowerCase().includes(word))
        .map(([url, text]) => ({
          id: url,
          score: 1,
          read: () => Promise.resolve({ url, kind: 'concept', title: 'A page', page: 'A page', text }),
        })),
    );
  const urls = async (words: string[], unknown: string[] = []): Promise<string[]> =>
    (await searchWords(words, unknown, lookUp, 100)).map(({ url }) => url);

  test('answers some of the words, those with the rarest first', async () => {
    expect(await urls(['meetings', 'grove'])).toEqual(['/a/']);
    expect(await urls(['meetings'])).toEqual(['/a/', '/b/']);
  });

  test('is silent where most of a query is on no page', async () => {
    expect(await urls(['meetings'], ['bitcoin', 'price'])).toEqual([]);
  });
});

test('an ending is removed only where a word remains', () => {
  for (const word of ['spring', 'aging']) expect(stem(word)).toBe(word);
});
