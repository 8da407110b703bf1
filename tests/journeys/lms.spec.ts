import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { STATE_LIMIT } from '../../src/exports/lms/learner-state.ts';
import { answerAll, answerRight, said } from '../fixtures/lms/learner.ts';
import { LearningSystem, type Opening } from '../fixtures/lms/system.ts';
import { TEST_ALL } from '../support/test-all.ts';
import { title } from '../support/words.ts';

interface Call {
  method: string;
  args: string[];
  answer: string;
}

const VERSIONS = ['scorm-1.2', 'scorm-2004'] as const;
const LESSON = '/lessons/momentum/momentum';
const CASE = '/cases/project-without-authority/project-without-authority';
const COURSE = '/lessons/leading-and-managing';

let system: LearningSystem | undefined;
/** Requests of a package to another place, and those that nobody answered. */
let astray: string[] = [];
test.afterEach(async () => {
  await system?.stop();
  system = undefined;
  const found = astray;
  astray = [];
  expect(found).toEqual([]);
});

/** Opens a package in a learning system. */
async function open(page: Page, path: string, opening: Opening): Promise<FrameLocator> {
  system ??= await LearningSystem.start(path);
  const { origin } = system;
  page.context().on('response', (response) => {
    const known = response.url().startsWith(`${origin}/`) || response.url().startsWith('data:');
    if (!known || !response.ok()) astray.push(response.url());
  });
  await page.goto(system.player(opening));
  const frame = page.frameLocator('iframe');
  return opening.window === 'deep' ? frame.frameLocator('iframe') : frame;
}

const calls = (page: Page): Promise<Call[]> => page.evaluate('calls');
const valueOf = (page: Page, element: string): Promise<string> =>
  page.evaluate(`String(${element.replace('cmi.', 'runtime.cmi.')})`);
const statusOf = (page: Page, version: Opening['version']): Promise<string> =>
  valueOf(page, version === 'scorm-1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status');
const locationOf = (page: Page, version: Opening['version']): Promise<string> =>
  valueOf(page, version === 'scorm-1.2' ? 'cmi.core.lesson_location' : 'cmi.location');
const isSet = ({ method }: Call): boolean => method === 'SetValue';
const ends = ({ method }: Call): boolean => method === 'Finish' || method === 'Terminate';
/** The system takes the frame away, as when a learner goes back to the course's page. */
const close = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.querySelector('iframe')?.remove();
  });

/** Whether a test runs in a version that differs little in it: with `npm run test:all` in both. */
const inBoth = (version: Opening['version']): boolean => TEST_ALL || version === 'scorm-2004';

for (const version of VERSIONS) {
  if (inBoth(version))
    test(`${version}: a case that was left is gone on with after its last decision, which is recorded once`, async ({
      page,
    }) => {
      const recorded = (): Promise<number> => page.evaluate('runtime.cmi.interactions.childArray.length');
      const shown = (content: FrameLocator) => content.locator('section[data-place]:not([hidden])');
      const first = await open(page, `${CASE}-${version}.zip`, { version });
      await expect(said(first)).toContainText('keeps your progress');
      await expect(shown(first)).toHaveCount(1);
      await shown(first).locator('[data-take]').last().click();
      await expect.poll(recorded).toBe(1);
      const scene = await shown(first).locator('h2').textContent();
      await close(page);

      const again = await open(page, '', { version });
      await expect(said(again)).toContainText('keeps your progress');
      await expect(again.locator('.case-way li')).toHaveCount(1);
      await expect(shown(again).locator('h2')).toHaveText(scene ?? '');
      await expect.poll(() => statusOf(page, version)).toBe('incomplete');
      // The system of this test gives each session a record of its own.
      expect(await recorded()).toBe(0);
      await again.getByRole('link', { name: 'Back', exact: true }).click();
      await shown(again).locator('[data-take]').first().click();
      await expect.poll(recorded).toBe(1);
      // Nothing of the walk stays in the browser.
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['learning-system']);
    });

  test(`${version}: a lesson is opened, left, taken up again where it was, completed, and its session ended once`, async ({
    page,
  }) => {
    const content = await open(page, `${LESSON}-${version}.zip`, { version });
    await expect(said(content)).toContainText('keeps your progress');
    await expect.poll(() => statusOf(page, version)).toBe('incomplete');

    await content.getByRole('heading', { level: 2 }).nth(1).scrollIntoViewIfNeeded();
    const question = content.locator('check-question').first();
    await question.scrollIntoViewIfNeeded();
    await question.locator('input').first().check();
    await question.getByRole('button', { name: 'Check' }).click();
    const first = await question.locator('.first-answer').textContent();
    expect(first).toMatch(/^Your first answer: [01] of 1 right\.$/);
    await expect.poll(() => valueOf(page, 'cmi.suspend_data')).toMatch(/^1 k8qm\.[01]1-{8}$/);
    // A second answer, after the feedback, changes nothing.
    await question.locator('input').last().check();
    await question.getByRole('button', { name: 'Check' }).click();
    await expect(question.locator('.first-answer')).toHaveText(first ?? '');

    await close(page);
    const left = await calls(page);
    expect(left.filter(ends)).toHaveLength(1);
    expect(ends(left.at(-1) as Call)).toBe(true);
    expect(left.filter(({ answer }) => answer !== 'true' && answer !== '').filter(isSet)).toEqual([]);
    const time = left.find(({ args }) => args[0]?.endsWith('session_time'))?.args[1];
    expect(time).toMatch(version === 'scorm-1.2' ? /^0000:00:\d\d\.\d\d$/ : /^PT\d+(\.\d+)?S$/);
    expect(left.find(({ args }) => args[0]?.endsWith('exit'))?.args[1]).toBe('suspend');
    const place = await locationOf(page, version);
    expect(place).toMatch(/^momentum--/);

    await page.reload();
    await expect(question.locator('.first-answer')).toHaveText(first ?? '');
    await expect(content.locator(`#${place}`)).toBeInViewport();
    // Nothing has changed since: nothing is written.
    expect((await calls(page)).filter(isSet)).toEqual([]);

    await content.locator('.lesson-end').scrollIntoViewIfNeeded();
    await expect.poll(() => statusOf(page, version)).toBe('completed');
    await expect(said(content)).toContainText('Completed.');
    const written = (await calls(page)).filter(isSet).map(({ args }) => args[0]);
    expect(written.filter((element) => element?.includes('status'))).toHaveLength(1);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['learning-system']);
  });

  test(`${version}: a score comes from the first answers, and passes what the system asks for`, async ({
    page,
  }) => {
    const content = await open(page, `${LESSON}-${version}.zip`, { version, mastery: 80 });
    await expect(said(content)).toContainText('keeps your progress');
    await answerAll(content);
    await expect(said(content)).toContainText('Score of your first answers: 100%. Passed.');
    const success = version === 'scorm-1.2' ? 'cmi.core.lesson_status' : 'cmi.success_status';
    await expect.poll(() => valueOf(page, success)).toBe('passed');
    const score = version === 'scorm-1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw';
    expect(await valueOf(page, score)).toBe('100');
    await close(page);
    expect(await valueOf(page, success)).toBe('passed');
  });

  if (inBoth(version))
    test(`${version}: a package in a window of its own finds the system that opened it, and ends with it`, async ({
      page,
    }) => {
      await open(page, `${LESSON}-${version}.zip`, { version, window: 'popup' });
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Open the course' }).click();
      const popup = await opened;
      await expect(said(popup)).toContainText('keeps your progress');
      await popup.close({ runBeforeUnload: true });
      await expect.poll(async () => (await calls(page)).filter(ends).length).toBe(1);
    });

  if (inBoth(version))
    test(`${version}: there, "Save and leave" ends the session and closes the window; a frame has no such button`, async ({
      page,
    }) => {
      const framed = await open(page, `${LESSON}-${version}.zip`, { version });
      await expect(said(framed)).toContainText('keeps your progress');
      await expect(framed.getByRole('button', { name: 'Save and leave' })).toHaveCount(0);
      await open(page, `${LESSON}-${version}.zip`, { version, window: 'popup' });
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Open the course' }).click();
      const popup = await opened;
      const closed = popup.waitForEvent('close');
      // A click with the mouse waits for the window, which is gone by then.
      await popup.getByRole('button', { name: 'Save and leave' }).dispatchEvent('click');
      await closed;
      const made = await calls(page);
      expect(made.filter(ends)).toHaveLength(1);
      const requests = made.filter(({ args }) => args[0] === 'adl.nav.request').map(({ args }) => args[1]);
      expect(requests).toEqual(version === 'scorm-2004' ? ['suspendAll'] : []);
    });

  if (inBoth(version))
    test(`${version}: a jump into the middle of a long section is remembered`, async ({ page }) => {
      const content = await open(page, `/lessons/how-they-differ/how-they-differ-${version}.zip`, {
        version,
      });
      await expect(said(content)).toContainText('keeps your progress');
      const section = content.locator('h2[id$="--in-practice"]');
      const row = content.locator('comparison-table tbody tr').nth(4);
      await row.evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
      const place = (await section.getAttribute('id')) ?? '';
      await expect.poll(() => locationOf(page, version)).toBe(place);
    });
}

test('the system may be two frames up', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', window: 'deep' });
  await expect(said(content)).toContainText('keeps your progress');
  await expect.poll(() => statusOf(page, 'scorm-1.2')).toBe('incomplete');
});

test('the system may be late', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-2004.zip`, { version: 'scorm-2004', behavior: 'late' });
  await expect(said(content)).toContainText('keeps your progress');
});

test('without a learning system the lesson reads and practices well, and says so', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', behavior: 'none' });
  await expect(said(content)).toHaveText(
    'No learning system was found, so nothing is recorded. You can read and practice all the same.',
  );
  const question = content.locator('check-question').first();
  await answerRight(question);
  await expect(question.locator('.first-answer')).toHaveText('Your first answer: 1 of 1 right.');
  await content.getByRole('button', { name: 'Which is it?' }).first().click();
  await expect(content.getByText('Practice, not graded.')).toBeVisible();
});

test('a system that fails at everything keeps nobody from reading', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', behavior: 'throws' });
  await expect(said(content)).toContainText('does not answer');
  await answerRight(content.locator('check-question').first());
  await close(page);
  expect(errors).toEqual([]);
});

test('who loads the page again in its frame is told to open it in the system', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2' });
  await expect(said(content)).toContainText('keeps your progress');
  await page
    .frames()
    .at(-1)
    ?.evaluate(() => {
      location.reload();
    });
  await expect(said(content)).toContainText('Close this page and open it there again.');
});

test('what a system refuses is told, and offered again until it takes it', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', behavior: 'refuses' });
  await expect(said(content)).toContainText('may not be kept');
  await page.evaluate('window.takesAgain = true');
  await expect(said(content)).toContainText('keeps your progress');
  expect(await statusOf(page, 'scorm-1.2')).toBe('incomplete');
});

test('a slow system does not hold up the feedback', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', behavior: 'slow' });
  await expect(said(content)).toContainText('keeps your progress');
  await answerAll(content);
  await expect.poll(() => statusOf(page, 'scorm-1.2')).toBe('completed');
});

test('who looks back at a lesson changes nothing', async ({ page }) => {
  const content = await open(page, `${LESSON}-scorm-1.2.zip`, { version: 'scorm-1.2', behavior: 'review' });
  await expect(said(content)).toContainText('nothing is recorded');
  await answerRight(content.locator('check-question').first());
  await close(page);
  const all = await calls(page);
  expect(all.filter(isSet)).toEqual([]);
  expect(all.filter(ends)).toHaveLength(1);
});

test('the course is one package: contents, lessons, and a memory that SCORM 1.2 has room for', async ({
  page,
}) => {
  const content = await open(page, `${COURSE}-scorm-1.2.zip`, { version: 'scorm-1.2' });
  await expect(content.getByRole('heading', { level: 1 })).toHaveText('Leading and managing');
  await content.getByRole('link', { name: title('lessons/why-both') }).click();
  await expect(content.getByRole('heading', { level: 1 })).toHaveText(title('lessons/why-both'));
  await expect(content.getByRole('heading', { level: 1 })).toBeFocused();
  await content.locator('.lesson-end:visible').scrollIntoViewIfNeeded();
  await content.getByRole('link', { name: 'Contents' }).last().click();
  await expect(content.getByRole('listitem').filter({ hasText: title('lessons/why-both') })).toContainText(
    '✓ Completed',
  );
  expect(await statusOf(page, 'scorm-1.2')).toBe('incomplete');

  // Every other question of every lesson, each with the longest answer that the memory can hold.
  await content.locator('check-question').evaluateAll((questions) => {
    for (const question of questions)
      question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 35, of: 35 } }));
  });
  await expect.poll(() => statusOf(page, 'scorm-1.2')).toBe('completed');
  await expect(content.getByText('✓ Completed')).toHaveCount(10);
  const data = await valueOf(page, 'cmi.suspend_data');
  expect(data.length).toBeLessThanOrEqual(STATE_LIMIT);
  expect(data.split(' ')).toHaveLength(11);
  await content.getByRole('link', { name: title('lessons/nadella-at-microsoft') }).click();
  await content.locator('#nadella-at-microsoft h2').nth(1).scrollIntoViewIfNeeded();
  await expect.poll(() => locationOf(page, 'scorm-1.2')).toMatch(/^nadella-at-microsoft--/);
  await close(page);
  await page.reload();
  await expect(content.getByRole('heading', { level: 1 })).toHaveText(title('lessons/nadella-at-microsoft'));
});
