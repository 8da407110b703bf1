import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realCourse } from '../../../tests/fixtures/real-course.ts';
import { SIDE_NAMES } from '../../site.ts';
import { caseMistakes, type Written } from './checks.ts';
import { drawMap, drawShape, loopsIn, wayCode, waysOf, wordsOn } from './graph.ts';
import { caseKind, type CaseData } from './kind.ts';
import { slice } from './slice.ts';
import { tweeFile } from './twee.ts';
import { isWay, readWay, wayFragment } from './way.ts';
import { sidesLabel } from './words.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const SIDES = [['one'], ['two'], ['one', 'two'], []];

const choice = (id: string, to: string, sides: string[]): CaseData['scenes'][number]['choices'][number] => ({
  id,
  text: `Do ${id}.`,
  sides,
  outcome: words(40),
  why: 'Because.',
  to,
});

/** A valid case of three decisions and three endings; each test breaks a copy of its own. */
const made = (): Written => ({
  start: 'first',
  scenes: ['first', 'second', 'third'].map((id, index, all) => ({
    id,
    title: `The ${id}`,
    text: words(120),
    shows: index === 0 ? ['trust', 'table#focus'] : [],
    practices: index === 0 ? ['lesson#name-it'] : [],
    ...(index === 0 ? { document: 'paper' } : {}),
    choices: SIDES.slice(0, 3 + (index === 0 ? 1 : 0)).map((sides, place) =>
      choice(`c${place}`, all[index + 1] ?? `end-${place}`, sides),
    ),
  })),
  endings: [0, 1, 2].map((place) => ({
    id: `end-${place}`,
    title: `End ${place}`,
    cost: 'A day.',
    text: words(60),
  })),
  documents: [{ id: 'paper', title: 'A paper', text: '- one' }],
  concepts: ['trust'],
  rows: ['table#focus'],
  objectives: ['lesson#name-it'],
});

type Made = ReturnType<typeof made>;
const mistakes = (change: (data: Made) => void): string[] => {
  const data = made();
  change(data);
  return caseMistakes(data, ['one', 'two']).map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
};

test('a sound case has no mistakes', () => {
  expect(mistakes(() => undefined)).toEqual([]);
});

test.each<[string, (data: Made) => void, RegExp]>([
  [
    'a scene that shows what the case does not practice',
    ({ scenes }) => at(scenes, 1).shows.push('vision'),
    /scenes\.1\.shows\.0: there is no concept or row of this case "vision"\. Remedy: write one of trust, table#focus/,
  ],
  [
    'a scene that practices what the case does not name',
    ({ scenes }) => at(scenes, 1).practices.push('lesson#sort-it'),
    /scenes\.1\.practices\.0: there is no objective of this case "lesson#sort-it"/,
  ],
  [
    'an objective that no scene practices',
    ({ scenes }) => at(scenes, 0).practices.pop(),
    /^objectives\.0: no scene practices "lesson#name-it"/,
  ],
  [
    'a concept and a row that no scene shows',
    ({ scenes }) => at(scenes, 0).shows.splice(0),
    /^concepts\.0: no scene shows "trust"[^\n]*\nrows\.0: no scene shows "table#focus"/,
  ],
  [
    'a choice that leads nowhere',
    ({ scenes }) => (at(at(scenes, 0).choices, 1).to = 'nowhere'),
    /^scenes\.0\.choices\.1\.to: there is no scene or ending "nowhere"[^\n]*(?![^])/,
  ],
  ['a start that is not there', (data) => (data.start = 'nowhere'), /^start: there is no scene[^\n]*(?![^])/],
  [
    'a scene that nobody reaches',
    ({ scenes }) => scenes.push({ ...at(scenes, 0), id: 'lost', title: 'Lost' }),
    /^scenes\.3: no choice leads to "lost"/,
  ],
  [
    'an ending that nobody reaches',
    ({ endings }) => endings.push({ ...at(endings, 0), id: 'lost', title: 'Lost' }),
    /^endings\.3: no choice leads to "lost"/,
  ],
  [
    'a loop',
    ({ scenes }) => (at(at(scenes, 2).choices, 0).to = 'second'),
    /loop: (?:second, third|third, second)\. Remedy/,
  ],
  [
    'two places with one id',
    ({ endings }) => (at(endings, 1).id = 'end-0'),
    /^scenes: two places have the id "end-0"/,
  ],
  [
    'two scenes with one title, which a map and a search would not tell apart',
    ({ scenes }) => (at(scenes, 1).title = at(scenes, 0).title),
    /^scenes: two places have the title "The first"/,
  ],
  ['an id that the page has', ({ scenes }) => (at(scenes, 0).id = 'map'), /the page has "map" already/],
  [
    'a document that is not there',
    ({ scenes }) => (at(scenes, 1).document = 'rota'),
    /^scenes\.1\.document: there is no document "rota"/,
  ],
  [
    'a document of nearly that name, which is then not told to be unused',
    ({ scenes }) => (at(scenes, 0).document = 'papers'),
    /^scenes\.0\.document: there is no document "papers"\. Remedy: did you mean "paper"[^\n]*(?![^])/,
  ],
  [
    'a document that no scene shows',
    ({ scenes }) => delete at(scenes, 0).document,
    /^documents\.0: no scene shows "paper"/,
  ],
  [
    'a way with too few decisions',
    ({ scenes }) => (at(at(scenes, 0).choices, 0).to = 'third'),
    /^scenes: the way c0\.c0 has 2 decisions\. Remedy: give each way 3 to 5/,
  ],
  [
    'a way with too few words',
    ({ scenes }) => scenes.forEach((scene) => (scene.text = 'word')),
    /has \d+ words\. Remedy: give each way 500 to 900/,
  ],
  ['an answer that no choice is', ({ scenes }) => at(scenes, 0).choices.pop(), /no choice is "neither"/],
])('%s is told with its place and a remedy', (_, change, expected) => {
  const found = mistakes(change);
  expect(found.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  for (const mistake of found) expect(mistake).toContain(' Remedy: ');
});

test('the fields have limits: a long text, one id twice, too few endings, an ending without a cost', () => {
  const data = { ...made(), scenes: made().scenes.map((scene) => ({ ...scene, text: words(300) })) };
  at(at(data.scenes, 0).choices, 0).outcome = words(150);
  data.documents = [...data.documents, ...data.documents];
  data.endings = data.endings.slice(0, 2).map((ending) => ({ ...ending, cost: '' }));
  const problems = caseKind.schema
    .safeParse(data)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  expect(problems).toContain('scenes.0.text: is longer than 1000 characters. Remedy: shorten it.');
  expect(problems).toContain(
    'scenes.0.choices.0.outcome: is longer than 450 characters. Remedy: shorten it.',
  );
  expect(problems?.join()).toContain('documents.1: has the id "paper", which is in this file already.');
  expect(problems?.join()).toContain('endings: has fewer than 3 entries.');
  expect(problems?.join()).toContain('endings.0.cost: is empty. Remedy: write what this ending cost');
});

test('the label of a choice comes from the sides of the course', () => {
  const ids = SIDE_NAMES.map(({ id }) => id);
  expect(ids.map((id) => sidesLabel([id]))).toEqual(SIDE_NAMES.map(({ label }) => label));
  expect([sidesLabel(ids), sidesLabel([])]).toEqual(['Both', 'Neither']);
});

const cases = realCourse().entries.flatMap(({ kind, data }) => (kind === 'case' ? [data as CaseData] : []));

test('every random walk over a real case ends, and each ending is the end of one', () => {
  for (const data of cases) {
    expect(loopsIn(data)).toEqual([]);
    const ways = waysOf(data);
    expect(new Set(ways.map(({ ending }) => ending.id))).toEqual(new Set(data.endings.map(({ id }) => id)));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (picks) => {
        let place = data.start;
        const taken: string[] = [];
        for (const pick of picks) {
          const scene = data.scenes.find(({ id }) => id === place);
          if (scene === undefined || taken.length > 5) break;
          const next = at(scene.choices, pick % scene.choices.length);
          taken.push(next.id);
          place = next.to;
        }
        const way = ways.find(({ steps }) => wayCode(steps) === taken.join('.'));
        expect(way?.ending.id).toBe(place);
      }),
    );
    for (const way of ways) expect(wordsOn(way)).toBeLessThanOrEqual(900);
  }
});

const targets = new Map(
  made().scenes.map(({ id, choices }) => [id, new Map(choices.map(({ id: name, to }) => [name, to]))]),
);

test('nobody is in two cases, by name', () => {
  const names = cases.flatMap(({ people }) => people.map(({ name }) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a way is read from the address as it was written, and a broken one is not', () => {
  for (const { steps, ending } of waysOf(made())) {
    const read = readWay(wayFragment(steps.map(({ choice: { id } }) => id)), 'first', targets);
    expect(read?.at).toBe(ending.id);
    expect(read?.steps.map(({ choice: id }) => id).join('.')).toBe(wayCode(steps));
  }
  expect(readWay('', 'first', targets)).toEqual({ steps: [], at: 'first' });
  expect(readWay('#way=', 'first', targets)).toEqual({ steps: [], at: 'first' });
  expect(['', '#way=c0', '#main', '#map', '#first'].map((each) => isWay(each, targets))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(readWay('#third', 'first', targets)).toEqual({
    steps: [
      { scene: 'first', choice: 'c0' },
      { scene: 'second', choice: 'c0' },
    ],
    at: 'third',
  });
  for (const broken of ['#way=none', '#way=c0.c0.c0.c0', '#way=c0.__proto__'])
    expect(readWay(broken, 'first', targets)).toBeUndefined();
});

test('the map has a box for each place and a line for each choice', () => {
  const { body } = drawMap(made());
  expect(body.match(/data-place=/g)).toHaveLength(6);
  expect(body.match(/data-choice=/g)).toHaveLength(10);
  expect(body).not.toContain('NaN');
});

test('the type of every map, 14 units high, is at least 11 pixels high on a phone of 320', () => {
  for (const data of cases) expect((320 / drawMap(data).width) * 14).toBeGreaterThanOrEqual(11);
});

test('the shape of a case has a square for each scene and a circle for each ending', () => {
  const { body } = drawShape(made());
  const marks = (path: string): number => body.split(path).length - 1;
  expect([marks('h10v10h-10z'), marks('a5 5 0 0 0-10 0')]).toEqual([
    2 * made().scenes.length,
    made().endings.length,
  ]);
});

test('a merge keeps the later way and the endings of both devices', () => {
  const here = { a: { at: '2026-11-29T08:00:00.000Z', way: 'x.y', endings: ['one'] } };
  const there = { a: { at: '2026-11-29T09:00:00.000Z', way: 'x.z', endings: ['two'] }, b: { ...here.a } };
  const merged = { a: { ...there.a, endings: ['one', 'two'] }, b: here.a };
  expect(slice.merge(here, there)).toEqual(merged);
  expect(slice.schema.parse(merged)).toEqual(merged);
});

/** Reads a story as Twee 3 says: passages by name, with their tags and text. */
function readTwee(file: string): Map<string, { tags: string[]; text: string }> {
  const passages = file.split(/^::\s*/m).slice(1);
  return new Map(
    passages.map((passage) => {
      const [head = '', ...lines] = passage.split('\n');
      const [, id = '', tags = ''] = /^((?:\\.|[^[{\\])+?)\s*(?:\[([^\]]*)\])?\s*$/.exec(head) ?? [];
      const text = lines.join('\n').trim().replace(/^\\/gm, '');
      return [id.replace(/\\(.)/g, '$1'), { tags: tags.split(' '), text }];
    }),
  );
}

test('a story has every scene, outcome and ending, and its links lead where the choices lead', () => {
  for (const data of cases) {
    const write = (): string => tweeFile(data, '/cases/one/', 'Free to adapt.');
    const file = write();
    expect(write()).toBe(file);
    const story = readTwee(file);
    expect(story.get('StoryTitle')?.text).toBe(data.title);
    const about = JSON.parse(story.get('StoryData')?.text ?? '{}') as Record<string, string>;
    expect(about['ifid']).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}$/);
    expect(about['start']).toBe(data.start);
    for (const { name, about } of data.people)
      expect(story.get(data.start)?.text).toContain(`${name}, ${about}`);
    const linksOf = (id: string): string[] =>
      [...(story.get(id)?.text ?? '').matchAll(/\[\[.+?->(.+?)\]\]/g)].map(([, to = '']) => to);
    for (const { id, choices, text } of data.scenes) {
      expect(story.get(id)?.text).toContain(text.trim());
      expect(linksOf(id)).toEqual(choices.map((choice) => `${id}.${choice.id}`));
      for (const choice of choices) {
        expect(story.get(`${id}.${choice.id}`)?.text).toContain(choice.outcome.trim());
        expect(linksOf(`${id}.${choice.id}`)).toEqual([choice.to]);
      }
    }
    for (const step of data.debrief.atWork) expect(story.get('Debrief')?.text).toContain(step);
    for (const { id, cost } of data.endings) {
      expect(story.get(id)).toMatchObject({ tags: ['ending'] });
      expect(story.get(id)?.text).toContain(cost);
    }
    expect(new Set([...story.keys()].flatMap(linksOf)).isSubsetOf(new Set(story.keys()))).toBe(true);
  }
});
