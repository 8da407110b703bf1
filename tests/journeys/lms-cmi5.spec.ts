import { expect, test, type Page } from '@playwright/test';
import { answerAll, answerRight, said } from '../fixtures/lms/learner.ts';
import { Lrs } from '../fixtures/lms/lrs.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';

const LESSON = '/lessons/momentum/momentum';

let system: LearningSystem | undefined;
let lrs: Lrs | undefined;
test.afterEach(async () => {
  await system?.stop();
  await lrs?.stop();
  system = lrs = undefined;
});

/** Opens a cmi5 package as a system does: the page at one origin, the store at another. */
async function launch(page: Page, store: Lrs): Promise<void> {
  system ??= await LearningSystem.start(`${LESSON}-cmi5.zip`);
  await page.goto(`${system.content}?${store.launch()}`);
}

test('cmi5: sessions begin and end by the rules; completion, score and place go to the record store', async ({
  page,
}) => {
  lrs = await Lrs.start({ masteryScore: 0.8, moveOn: 'CompletedAndPassed' });
  const store = lrs;
  await launch(page, store);
  await expect(said(page)).toContainText('keeps your progress');
  expect(store.verbs).toEqual(['initialized']);
  await answerRight(page.locator('check-question').first());
  await expect
    .poll(() => store.documents.get('blueprint-and-build'))
    .toMatchObject({ data: '1 k8qm.11--------' });
  await page.goto('about:blank');
  await expect.poll(() => store.verbs).toEqual(['initialized', 'terminated']);
  expect(store.satisfied).toBe(false);

  await launch(page, store);
  await expect(page.locator('check-question').first()).toContainText('Your first answer: 1 of 1 right.');
  for (const question of (await page.locator('check-question').all()).slice(1)) await answerRight(question);
  await expect(said(page)).toContainText('100%. Passed.');
  // The last question is for recall, and does not count for the score.
  await expect.poll(() => store.verbs.slice(3)).toEqual(['passed', 'completed']);
  expect(store.satisfied).toBe(true);
  await page.goto('about:blank');
  await expect.poll(() => store.verbs.at(-1)).toBe('terminated');

  // A third session says neither again.
  await launch(page, store);
  await expect(said(page)).toContainText('Passed.');
  await page.goto('about:blank');
  await expect.poll(() => store.verbs.slice(6)).toEqual(['initialized', 'terminated']);
  expect(store.faults).toEqual([]);
  expect(store.requests.slice(0, 5)).toEqual([
    'POST fetch',
    'GET activities/state',
    'GET agents/profile',
    'GET activities/state',
    'POST statements',
  ]);
});

test('cmi5: a score below what is asked for fails, and who leaves is led back', async ({ page }) => {
  lrs = await Lrs.start({ masteryScore: 0.8 });
  const store = lrs;
  system = await LearningSystem.start(`${LESSON}-cmi5.zip`);
  store.options.returnURL = `${system.origin}/frame.html`;
  await launch(page, store);
  await expect(said(page)).toContainText('keeps your progress');
  await page.locator('check-question').evaluateAll((questions) => {
    for (const question of questions)
      question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 0, of: 1 } }));
  });
  await expect(said(page)).toContainText('Not passed: 80% is asked for.');
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page).toHaveURL(store.options.returnURL);
  expect(store.verbs).toEqual(['initialized', 'completed', 'failed', 'terminated']);
  expect(store.faults).toEqual([]);
});

test('cmi5: who looks back is not judged', async ({ page }) => {
  lrs = await Lrs.start({ launchMode: 'Review' });
  const store = lrs;
  await launch(page, store);
  await expect(said(page)).toContainText('nothing is recorded');
  await page.locator('.lesson-end').scrollIntoViewIfNeeded();
  await expect(said(page)).toContainText('Completed.');
  await page.goto('about:blank');
  await expect.poll(() => store.verbs).toEqual(['initialized', 'terminated']);
  expect(store.faults).toEqual([]);
});

test('cmi5: a launch that names other addresses than a system’s sends nothing, and says that none was found', async ({
  page,
}) => {
  system = await LearningSystem.start(`${LESSON}-cmi5.zip`);
  const { content, origin } = system;
  const sent: string[] = [];
  page.on('request', (request) => {
    // The page itself asks for its own files alone.
    if (request.method() !== 'GET' || !request.url().startsWith(content.replace('index.html', '')))
      sent.push(`${request.method()} ${request.url()}`);
  });
  for (const [fetch, endpoint] of [
    ['/api/delete-account?yes=1', '/api/grades#'],
    [`${origin}/token`, `${origin}/api/grades?x=`],
    [`${origin}/token`, `${origin}/api/grades#`],
    ['data:application/json,{"auth-token":"x"}', `${origin}/xapi/`],
  ] as const) {
    const query = new URLSearchParams({ fetch, endpoint, actor: '{}', registration: 'r', activityId: 'a' });
    await page.goto(`${content}?${query.toString()}`);
    await expect(said(page)).toContainText('No learning system was found');
    await page.locator('.lesson-end').scrollIntoViewIfNeeded();
    await expect(said(page)).toContainText('Completed.');
  }
  await page.goto('about:blank');
  expect(sent).toEqual([]);
});

test('cmi5: no cookie goes along with a request, and none is led elsewhere', async ({ page, context }) => {
  system = await LearningSystem.start(`${LESSON}-cmi5.zip`);
  const { content, origin } = system;
  await context.addCookies([{ name: 'session', value: 'of-the-learner', url: origin }]);
  // A store at the origin of the package, where a browser would send the learner's cookies by itself.
  const asked: [path: string, cookie: string | null][] = [];
  let leads = false;
  await page.route(new RegExp(`^${origin}/(?:token|xapi|elsewhere)`), async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push([pathname, (await route.request().allHeaders())['cookie'] ?? null]);
    if (pathname === '/token') await route.fulfill({ json: { 'auth-token': 'x' } });
    else if (pathname === '/xapi/statements')
      await route.fulfill(leads ? { status: 307, headers: { Location: '/elsewhere' } } : { json: [] });
    else await route.fulfill({ status: route.request().method() === 'PUT' ? 204 : 404 });
  });
  const query = new URLSearchParams({
    fetch: `${origin}/token`,
    endpoint: `${origin}/xapi/`,
    actor: '{}',
    registration: 'r',
    activityId: 'a',
  });
  await page.goto(`${content}?${query.toString()}`);
  await expect(said(page)).toContainText('keeps your progress');
  // What the page asks for by itself has the cookie, so the store would see it.
  await page.evaluate((address) => fetch(address), `${origin}/xapi/plain`);
  const plain = asked.splice(
    asked.findIndex(([path]) => path === '/xapi/plain'),
    1,
  );
  expect(plain).toEqual([['/xapi/plain', 'session=of-the-learner']]);
  leads = true;
  await page.locator('.lesson-end').scrollIntoViewIfNeeded();
  await expect(said(page)).toContainText('may not be kept');
  expect(asked.map(([path]) => path)).toEqual(expect.arrayContaining(['/token', '/xapi/statements']));
  expect(asked.filter(([path, cookie]) => path === '/elsewhere' || cookie !== null)).toEqual([]);
});

test('cmi5: a store that fails is said, and what it missed is sent when it works again', async ({ page }) => {
  lrs = await Lrs.start();
  const store = lrs;
  await launch(page, store);
  await expect(said(page)).toContainText('keeps your progress');
  store.options.failing = true;
  await page.locator('.lesson-end').scrollIntoViewIfNeeded();
  await expect(said(page)).toContainText('may not be kept');
  store.options.failing = false;
  await expect.poll(() => store.verbs).toEqual(['initialized', 'completed']);
  await expect(said(page)).toContainText('keeps your progress');
  expect(store.faults).toEqual([]);
});

test('cmi5: an answer given while a slow store still opens is the first one, and is kept', async ({
  page,
}) => {
  lrs = await Lrs.start({ slow: 500 });
  const store = lrs;
  await launch(page, store);
  const question = page.locator('check-question').first();
  await answerRight(question);
  await expect(question.getByRole('button', { name: 'Check' })).toBeVisible();
  await expect(question).not.toContainText('Your first answer');
  await expect(question).toContainText('Your first answer: 1 of 1 right.');
  await expect
    .poll(() => store.documents.get('blueprint-and-build'))
    .toMatchObject({ data: '1 k8qm.11--------' });
  expect(store.faults).toEqual([]);
});

for (const window of ['frame', 'popup'] as const)
  test(`cmi5: in a ${window} of the system too, a session is begun, completed and ended once`, async ({
    page,
  }) => {
    lrs = await Lrs.start();
    const store = lrs;
    system = await LearningSystem.start(`${LESSON}-cmi5.zip`);
    const content = `${system.content}?${store.launch()}`;
    await page.goto(system.player({ version: 'scorm-2004', behavior: 'none', window, content }));
    if (window === 'popup') {
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Open the course' }).click();
      const popup = await opened;
      await expect(said(popup)).toContainText('keeps your progress');
      await answerAll(popup);
      await expect.poll(() => store.verbs).toContain('completed');
      await popup.close({ runBeforeUnload: true });
    } else {
      const frame = page.frameLocator('iframe');
      await expect(said(frame)).toContainText('keeps your progress');
      await answerAll(frame);
      await expect.poll(() => store.verbs).toContain('completed');
      await page.locator('iframe').evaluate((element) => {
        element.remove();
      });
    }
    await expect.poll(() => store.verbs).toEqual(['initialized', 'completed', 'terminated']);
    expect(store.faults).toEqual([]);
  });

test('cmi5: a store that fails at the launch is asked again, and first answers given meanwhile count', async ({
  page,
}) => {
  lrs = await Lrs.start({ failing: true });
  const store = lrs;
  await launch(page, store);
  await expect(said(page)).toContainText('may not be kept');
  await expect(said(page), 'seen without going to the end').toBeInViewport();
  await answerRight(page.locator('check-question').first());
  await expect(page.locator('check-question').first()).toContainText('Your first answer: 1 of 1 right.');
  store.options.failing = false;
  await expect(said(page)).toContainText('keeps your progress', { timeout: 60_000 });
  await expect
    .poll(() => store.documents.get('blueprint-and-build'))
    .toMatchObject({ data: '1 k8qm.11--------' });
  expect(store.verbs).toEqual(['initialized']);
  expect(store.requests.filter((request) => request === 'POST fetch')).toHaveLength(1);
  expect(store.faults).toEqual([]);
});

test('cmi5: who loads the page again is told to open it in the system, which has given its one token', async ({
  page,
}) => {
  lrs = await Lrs.start();
  const store = lrs;
  await launch(page, store);
  await expect(said(page)).toContainText('keeps your progress');
  await page.reload();
  await expect(said(page)).toContainText('Close this page and open it there again.');
  expect(store.verbs).toEqual(['initialized', 'terminated']);
  expect(store.faults).toEqual([]);
});
