import { expect, test } from 'vitest';
import fc from 'fast-check';
import { dueVerbs, readLaunch, returnAddress, statement, type Cmi5Launch } from './cmi5.ts';
import { isoDuration, scormTimespan } from './session.ts';
import {
  emptyState,
  longestState,
  packState,
  STATE_LIMIT,
  unpackState,
  type LearnerState,
  outcomeOf,
} from './learner-state.ts';
import { manifest } from './manifests.ts';
import { choiceOf, choiceQuery } from './package-choice.ts';
import { packageFiles, type PackageLesson } from './package-files.ts';
import { SCORM_12, SCORM_2004 } from './scorm.ts';

test('time spans have the form of each standard', () => {
  expect(scormTimespan(0)).toBe('0000:00:00.00');
  expect(scormTimespan(3_723_456)).toBe('0001:02:03.46');
  expect(scormTimespan(59_999)).toBe('0001:00:00.00'.replace('0001:00', '0000:01'));
  expect(scormTimespan(1e12)).toBe('9999:59:59.99');
  expect(isoDuration(0)).toBe('PT0S');
  expect(isoDuration(3_723_456)).toBe('PT1H2M3.46S');
  expect(isoDuration(120_000)).toBe('PT2M');
  expect(isoDuration(-500)).toBe('PT0S');
});

const answer = fc
  .integer({ min: 1, max: 35 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((right) => ({ right, of })));
const lessonState = fc.record({
  ended: fc.boolean(),
  answers: fc.array(fc.option(answer, { nil: undefined }), { maxLength: 8 }),
});
const states: fc.Arbitrary<LearnerState> = fc
  .dictionary(fc.stringMatching(/^[a-z\d]{1,6}$/), lessonState)
  .map((record) => new Map(Object.entries(record)));
const shapesOf = (state: LearnerState): { key: string; questions: number }[] =>
  [...state].map(([key, { answers }]) => ({ key, questions: answers.length }));

test('the state survives encoding, and is never longer than the calculated maximum', () => {
  fc.assert(
    fc.property(states, (state) => {
      const text = packState(state);
      expect(unpackState(text, shapesOf(state))).toEqual(state);
      expect(text.length).toBeLessThanOrEqual(longestState(shapesOf(state)));
    }),
  );
});

test('a package starts with any stored state, even an invalid one', () => {
  const shapes = [{ key: 'k8qm', questions: 2 }];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `1 k8qm${text}`),
      ),
      (text) => {
        const answers = unpackState(text, shapes).get('k8qm')?.answers ?? [];
        expect(answers).toHaveLength(2);
      },
    ),
  );
  // More right than there is to be right, as in "5 of 2", is no answer.
  const answers = (text: string) => unpackState(text, shapes).get('k8qm')?.answers;
  expect(answers('1 k8qm!2511')).toEqual([
    { right: 2, of: 5 },
    { right: 1, of: 1 },
  ]);
  expect(answers('1 k8qm!5211')).toEqual([undefined, { right: 1, of: 1 }]);
  // Resets a lesson whose questions changed, and skips one that no longer exists.
  expect(unpackState('1 k8qm!1111 gone!', [{ key: 'k8qm', questions: 3 }])).toEqual(
    emptyState([{ key: 'k8qm', questions: 3 }]),
  );
});

const lesson = (id: string, scored: boolean[]): PackageLesson => ({
  id,
  key: id,
  title: `About <${id}> & more`,
  summary: 'In short.',
  minutes: 7,
  address: `https://blueprint.example/lessons/${id}/`,
  updated: '2026-11-23',
  scored,
  html: '<h1>A title</h1><a href="lesson:b#x">to b</a> <a href="lesson:c">to c</a>',
});
const about = {
  format: 'scorm-1.2',
  id: 'bb-test',
  title: 'Test',
  description: 'A test.',
  address: 'https://blueprint.example/lessons/',
  site: 'https://blueprint.example/',
  passing: undefined,
} as const;

test('a package with more progress than SCORM 1.2 can store is refused, with the number of characters', () => {
  const many = Array.from({ length: 300 }, (_, index) => lesson(`l${index}`, [true, true, true, true, true]));
  expect(() => packageFiles({ ...about, lessons: many }, {})).toThrow(`characters of ${STATE_LIMIT}`);
  expect(Object.keys(packageFiles({ ...about, lessons: many.slice(0, 200) }, {}))).toContain(
    'imsmanifest.xml',
  );
});

test('links to lessons of the package stay inside it, and others lead to the site', () => {
  const files = packageFiles({ ...about, lessons: [lesson('a', []), lesson('b', [])] }, {});
  const html = new TextDecoder().decode(files['index.html']);
  expect(html).toContain('<a href="#b--x">to b</a>');
  expect(html).toContain(
    '<a href="https://blueprint.example/lessons/c/" target="_blank" rel="noopener">to c</a>',
  );
});

const demand = (passing?: number) => ({ lessons: [{ key: 'a', scored: [true, false, true] }], passing });
const stateOf = (ended: boolean, ...answers: ([number, number] | undefined)[]): LearnerState =>
  new Map([['a', { ended, answers: answers.map((pair) => pair && { right: pair[0], of: pair[1] }) }]]);

test('a lesson is completed at its end or by its last answer; with a passing score, only by answers', () => {
  const read = stateOf(true, undefined, undefined, undefined);
  expect(outcomeOf(demand(), read)).toEqual({
    completed: true,
    progress: 1,
    score: undefined,
    passed: undefined,
  });
  expect(outcomeOf(demand(0.8), read).completed).toBe(false);
  // Where completion is the score, reading gives all of it, also against a score that the system asks for.
  expect(outcomeOf({ ...demand(0.8), scoresCompletion: true }, read)).toEqual({
    completed: true,
    progress: 1,
    score: 1,
    passed: true,
  });
  const answered = stateOf(false, [1, 1], [0, 2], [3, 5]);
  // The second question is a recall question, which does not count toward the score.
  expect(outcomeOf(demand(), answered)).toMatchObject({ completed: true, score: 0.8, passed: undefined });
  expect(outcomeOf(demand(0.8), answered)).toMatchObject({ completed: true, passed: true });
  expect(outcomeOf(demand(0.81), answered)).toMatchObject({ completed: true, passed: false });
  expect(outcomeOf(demand(), stateOf(false, [1, 1], [2, 2], undefined))).toMatchObject({
    completed: false,
    score: undefined,
  });
});

const report = (passed?: boolean) => ({
  outcome: { completed: true, progress: 1, score: 0.8, passed },
  location: 'a--x',
  data: '1 a!',
  decisions: [],
  elapsed: 61_000,
});

const decision = {
  scene: 'noon',
  title: 'Noon',
  choices: [
    { id: 'ask', text: 'Ask them.' },
    { id: 'tell-all', text: 'Tell them all.' },
  ],
  taken: 'tell-all',
  was: 'leading',
  at: '2026-11-30T09:05:01.250Z',
};

test('a decision is an interaction after those recorded before: what was chosen, and what it was', () => {
  const said = (values: [string, string][]) =>
    Object.fromEntries(values.map(([name, value]) => [name.replace('cmi.interactions.3.', ''), value]));
  expect(said(SCORM_12.decided(decision, 3).map(([name, value]) => [name, value]))).toEqual({
    id: 'noon',
    'objectives.0.id': 'leading',
    time: '09:05:01',
    type: 'choice',
    student_response: 'b',
    result: 'neutral',
  });
  expect(said(SCORM_2004.decided(decision, 3).map(([name, value]) => [name, value]))).toEqual({
    id: 'noon',
    type: 'choice',
    'objectives.0.id': 'leading',
    timestamp: '2026-11-30T09:05:01Z',
    learner_response: 'tell-all',
    result: 'neutral',
    description: 'Noon: Tell them all.',
  });
});

test('a reached status is never revoked, but a failed learner may pass', () => {
  const statusOf = (before: string, passed?: boolean) =>
    SCORM_12.progress(report(passed), new Map([['cmi.core.lesson_status', before]])).find(
      ([element]) => element === 'cmi.core.lesson_status',
    )?.[1];
  expect(statusOf('', undefined)).toBe('completed');
  expect(statusOf('not attempted', false)).toBe('failed');
  expect(statusOf('passed', false)).toBeUndefined();
  expect(statusOf('completed', true)).toBe('passed');
  expect(statusOf('failed', true)).toBe('passed');
  const values = new Map(SCORM_2004.progress(report(false), new Map([['cmi.success_status', 'passed']])));
  expect(values.has('cmi.success_status')).toBe(false);
  expect(values.get('cmi.score.scaled')).toBe('0.8');
});

test('after a failure the next launch is a new attempt; otherwise it resumes', () => {
  expect(SCORM_12.leaving(report())).toEqual([
    ['cmi.core.session_time', '0000:01:01.00'],
    ['cmi.core.exit', 'suspend'],
  ]);
  expect(SCORM_2004.leaving(report(false))).toEqual([
    ['cmi.session_time', 'PT1M1S'],
    ['cmi.exit', 'normal'],
  ]);
});

test('a launch reads the stored values, and ignores empty and invalid ones', () => {
  const from = (values: Record<string, string>) => SCORM_12.launch((element) => values[element] ?? '');
  expect(from({})).toMatchObject({ location: '', data: '', readOnly: false, passing: undefined });
  expect(from({ 'cmi.core.lesson_mode': 'browse' }).readOnly).toBe(true);
  for (const odd of ['', ' ', 'no', '0', '800', '-1'])
    expect(from({ 'cmi.student_data.mastery_score': odd }).passing).toBeUndefined();
  expect(from({ 'cmi.student_data.mastery_score': '80' }).passing).toBe(0.8);
});

const launch: Cmi5Launch = {
  endpoint: 'https://lrs.example/',
  fetch: 'https://lrs.example/fetch',
  actor: { account: { homePage: 'https://lms.example', name: 'ada' } },
  registration: 'r',
  activityId: 'https://lms.example/au/1',
};

test('an address that is not a cmi5 launch is ignored', () => {
  const query = new URLSearchParams({ ...launch, actor: JSON.stringify(launch.actor) });
  expect(readLaunch(`?${query.toString()}`)).toEqual(launch);
  query.set('endpoint', 'https://lrs.example');
  expect(readLaunch(`?${query.toString()}`)?.endpoint).toBe('https://lrs.example/');
  for (const name of ['endpoint', 'fetch', 'actor', 'registration', 'activityId']) {
    const without = new URLSearchParams(query);
    without.delete(name);
    expect(readLaunch(`?${without.toString()}`), name).toBeUndefined();
  }
  query.set('actor', '{');
  expect(readLaunch(`?${query.toString()}`)).toBeUndefined();
});

test('a launch with an unsafe endpoint is ignored', () => {
  const from = (changed: Partial<Record<'endpoint' | 'fetch', string>>): Cmi5Launch | undefined =>
    readLaunch(
      `?${new URLSearchParams({ ...launch, actor: JSON.stringify(launch.actor), ...changed }).toString()}`,
    );
  expect(from({ fetch: 'http://localhost:8080/fetch?session=1#x' })).toBeDefined();
  const nowhere = [
    '/api',
    '//lms.example/api',
    'api',
    'https:/api',
    'https:///api',
    'https:api',
    ' https://lms.example/',
    'https://',
    'data:application/json,{"auth-token":"x"}',
    'blob:https://lms.example/x',
    'javascript:alert(1)',
  ];
  for (const address of nowhere) {
    expect(from({ fetch: address }), address).toBeUndefined();
    expect(from({ endpoint: address }), address).toBeUndefined();
  }
  for (const endpoint of ['https://lms.example/api#', 'https://lms.example/api?x=', 'https://lms.example/?'])
    expect(from({ endpoint }), endpoint).toBeUndefined();
});

test('the return address must be a web page', () => {
  for (const returnURL of ['https://lms.example/course?id=4', 'HTTP://lms.example/'])
    expect(returnAddress({ returnURL })).toBe(returnURL);
  for (const returnURL of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '/course', ''])
    expect(returnAddress({ returnURL }), returnURL).toBeUndefined();
  expect(returnAddress({})).toBeUndefined();
  // The document of a system may contain anything.
  for (const returnURL of [7, null, ['https://lms.example/'], { href: 'https://lms.example/' }])
    expect(returnAddress({ returnURL } as object)).toBeUndefined();
});

test('a statement has the context that the system gave, and the categories of its verb', () => {
  const data = {
    contextTemplate: {
      contextActivities: { grouping: [{ id: 'https://publisher.example/au' }] },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's' },
    },
    masteryScore: 0.8,
  };
  const passed = statement(
    'passed',
    launch,
    data,
    { id: 'i', timestamp: 't' },
    { elapsed: 1000, score: 0.9 },
  );
  expect(passed.context.contextActivities).toEqual({
    grouping: [{ id: 'https://publisher.example/au' }],
    category: [
      { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' },
      { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' },
    ],
  });
  expect(passed.context.extensions).toEqual({
    'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's',
    'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8,
  });
  expect(passed.result).toEqual({
    success: true,
    score: { scaled: 0.9, raw: 90, min: 0, max: 100 },
    duration: 'PT1S',
  });
  expect(statement('initialized', launch, data, { id: 'i', timestamp: 't' }).result).toBeUndefined();
});

test('"completed" and "passed" are sent once', () => {
  const outcome = { completed: true, progress: 1, score: 1, passed: true };
  expect(dueVerbs(outcome, [])).toEqual(['completed', 'passed']);
  expect(dueVerbs(outcome, ['completed', 'failed'])).toEqual([]);
  expect(dueVerbs({ ...outcome, completed: false, passed: undefined }, [])).toEqual([]);
});

test('titles cannot break a manifest', () => {
  for (const format of ['scorm-1.2', 'scorm-2004', 'cmi5'] as const)
    expect(manifest(format, { ...about, title: 'A < B & "C"' }, ['a b.css'])).toContain(
      'A &lt; B &amp; &quot;C&quot;',
    );
});

test('a choice of packages is read from its link, and what is wrong in it is left open', () => {
  const choice = { lessons: ['k8qm', 'p3rt'], score: 80, scoresCompletion: true, format: 'cmi5' } as const;
  expect(choiceOf(choiceQuery(choice))).toEqual(choice);
  expect(choiceOf('score=80')).toBeUndefined();
  expect(choiceOf('lessons=k8qm&score=0&grade=answers&format=zip')).toEqual({
    lessons: ['k8qm'],
    score: undefined,
    scoresCompletion: false,
    format: undefined,
  });
});
