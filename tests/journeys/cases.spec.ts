import { expect, test, type Page } from '@playwright/test';
import type { CaseData } from '../../src/collections/case/kind.ts';
import { sidesLabel } from '../../src/collections/case/words.ts';
import { waysOf, wayCode } from '../../src/collections/case/graph.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { cacheVisited, read, test as offline } from '../support/offline-reader.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { storedData } from '../support/stored.ts';

/** Somebody decides in a case: on a phone, offline, with a link from a colleague, without scripts, in front of a group. */

const entry = realCourse().entries.find(({ kind }) => kind === 'case');
if (entry === undefined) throw new Error('The course has no case to walk.');
const data = entry.data as CaseData;
const path = entry.path.slice(1);
const [way, other] = [waysOf(data).at(0), waysOf(data).at(-1)];
if (way === undefined || other === undefined) throw new Error('The case has no way.');

const shown = (page: Page) => page.locator('[data-place]:not([hidden]) > h2');
const choices = (page: Page) => page.locator('[data-place]:not([hidden]) [data-take]');
/** Decides as the way did, by clicks. */
async function walk(page: Page): Promise<void> {
  for (const { choice } of way?.steps ?? [])
    await page.locator(`[data-place]:not([hidden]) [data-take="${choice.id}"]`).click();
  await expect(shown(page)).toHaveText(`Ending: ${way?.ending.title ?? ''}`);
}
const heading = (id: string) => new RegExp(data.endings.some((each) => each.id === id) ? '^Ending: ' : '.');

test('a case is walked by keyboard, and the browser goes back @engines', async ({ page }) => {
  await page.goto(path);
  await expect(shown(page)).toHaveCount(1);
  for (const [index, { choice }] of way.steps.entries()) {
    const link = page.locator(`[data-place]:not([hidden]) [data-take="${choice.id}"]`);
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(shown(page)).toHaveText(heading(choice.to));
    await expect(page.locator('.came .label')).toBeFocused();
    await expect(page.locator('.case-way li')).toHaveCount(index + 1);
    await expect(page.locator('.came')).not.toBeEmpty();
    await expect(page.locator('[data-end]').first()).toBeVisible({ visible: index + 1 === way.steps.length });
  }
  await expect(page).toHaveURL(new RegExp(`#way=${wayCode(way.steps).replaceAll('.', '\\.')}$`));
  await expect(page.locator('[data-was]:not([hidden])')).toHaveCount(way.steps.length);
  await expect(page.locator('svg .step.taken')).toHaveCount(way.steps.length);
  for (const { choice } of way.steps)
    await expect(
      page
        .locator('.case-grid > div')
        .filter({ has: page.getByText(sidesLabel(choice.sides), { exact: true }) }),
    ).toContainText(choice.text);
  await page.goBack();
  await expect(page.locator('.case-way li')).toHaveCount(way.steps.length - 1);
  await expect(page.locator('[data-end]').first()).toBeHidden();
  await page.goForward();
  await page.getByRole('button', { name: 'Show what the other choices were' }).click();
  await expect(page.locator('[data-was]:not([hidden])')).toHaveCount(
    data.scenes.reduce((sum, scene) => sum + scene.choices.length, 0),
  );
  await page.getByRole('link', { name: 'Try another way' }).click();
  await expect(page.locator('.case-way li')).toHaveCount(0);
  await expect(choices(page).first()).toBeVisible();
});

test('a link to a scene shows it, with a way to it, and the walk goes on from there', async ({ page }) => {
  const last = way.steps.at(-1)?.scene;
  if (last === undefined) throw new Error('The way has no step.');
  await page.goto(`${path}#${last.id}`);
  await expect(shown(page)).toHaveText(last.title);
  await expect(page.locator('.case-way li')).not.toHaveCount(0);
  await choices(page).first().click();
  await expect(shown(page)).not.toHaveText(last.title);
  await page.goBack();
  await expect(shown(page)).toHaveText(last.title);
});

test('a concept leads to the scene of a case that shows it', async ({ page }) => {
  const scene = data.scenes.find(({ shows }) => shows.some((one) => !one.includes('#')));
  const concept = scene?.shows.find((one) => !one.includes('#'));
  if (scene === undefined || concept === undefined) throw new Error('No scene of the case shows a concept.');
  await page.goto(`concepts/${concept}/`);
  await page.getByRole('link', { name: `${data.title}: ${scene.title}` }).click();
  await expect(page).toHaveURL(new RegExp(`${entry.path}#${scene.id}$`));
  await expect(shown(page)).toHaveCount(1);
  await expect(shown(page)).toHaveText(scene.title);
});

test('search finds a scene by its words and by its document, and nothing that a walk has yet to show', async ({
  page,
}) => {
  const found = page.locator(`main a[href*="${entry.path}#"]`);
  const search = async (words: string) => {
    await page.goto(`search/?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole('status').filter({ hasText: /results? for/ })).toBeVisible();
  };
  const scene = (id: string) => page.locator(`main a[href$="${entry.path}#${id}"]`).first();
  const first = way.steps[0]?.scene;
  await search(first?.text.match(/[^.?!"]{30,}(?=[.?!])/g)?.at(-1) ?? '');
  await expect(scene(first?.id ?? '')).toBeVisible();
  const paper = data.documents.find(({ id }) => id === first?.document);
  await search(paper?.title ?? '');
  await expect(scene(first?.id ?? '')).toBeVisible();
  const scenes = data.scenes.map(({ id }) => `${entry.path}#${id}`);
  for (const hidden of [way.ending.cost, way.steps[0]?.choice.why ?? '', data.debrief.questions[0] ?? '']) {
    await search(hidden);
    const leads = await found.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(leads.filter((address) => !scenes.includes(address))).toEqual([]);
  }
});

test('every lesson has a case, and ends with the link to it', async ({ page }) => {
  const { lessons, entries } = realCourse();
  const cases = entries.filter(({ kind }) => kind === 'case');
  for (const lesson of lessons)
    expect(
      cases.map((each) => each.lesson?.id),
      'a lesson without a case',
    ).toContain(lesson.id);
  await page.goto((entry.lesson?.path ?? '').slice(1));
  await page
    .getByRole('paragraph')
    .filter({ hasText: 'Decide for yourself' })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/cases\/[a-z-]+\/$/);
});

test('a row leads to the scene of a case that shows it, without scripts too', async ({ page }) => {
  await withoutScripts(page);
  const [shownRow] = realCourse()
    .entries.flatMap((each) => (each.kind === 'case' ? (each.data as CaseData).scenes : []))
    .flatMap(({ title, shows }) => shows.filter((one) => one.includes('#')).map((row) => ({ title, row })));
  if (shownRow === undefined) throw new Error('No scene of a case shows a row.');
  await page.goto(`compare/${shownRow.row.split('#')[0] ?? ''}/`);
  await page.getByRole('link', { name: shownRow.title }).first().click();
  await expect(page.locator(':target > h2')).toHaveText(shownRow.title);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the link that skips to the content leaves the reader where they are', async ({ page }) => {
  await page.goto(path);
  await choices(page).first().click();
  await expect(page.locator('.case-way li')).toHaveCount(1);
  const scene = (await shown(page).textContent()) ?? '';
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await expect(shown(page)).toHaveText(scene);
  await expect(page.locator('.case-way li')).toHaveCount(1);
});

test('a way that a colleague shares opens at its end, and a broken one starts again @all-engines', async ({
  page,
}) => {
  await page.goto(`${path}#way=${wayCode(other.steps)}`);
  await expect(shown(page)).toHaveText(`Ending: ${other.ending.title}`);
  await expect(page.getByText('You have seen 1 of')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(`${path}#way=no.such.way`);
  await expect(page.getByRole('status').filter({ hasText: 'does not fit this case' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(choices(page).first()).toBeVisible();
});

test('the last way and the endings are kept and exported with the rest', async ({ page }) => {
  await page.goto(`${path}#way=${wayCode(way.steps)}`);
  await page.goto('about:blank');
  await page.goto(path);
  await page.getByRole('link', { name: 'Go on where you were' }).click();
  await expect(shown(page)).toHaveText(`Ending: ${way.ending.title}`);
  expect(await storedData(page)).toMatchObject({
    cases: { [entry.id]: { way: wayCode(way.steps), endings: [way.ending.id] } },
  });
});

test('what storage has wrong of a case is not counted, and leads nowhere', async ({ page }) => {
  await page.goto('about/');
  await page.evaluate((id) => {
    const record = { at: 5, way: 'no.such.way', endings: ['gone', 'gone-too', 7], hands: { x: 'many' } };
    localStorage.setItem('bb:personal', JSON.stringify({ version: 1, lessons: {}, cases: { [id]: record } }));
  }, entry.id);
  await page.goto(path);
  await expect(choices(page).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go on where you were' })).toBeHidden();
  await walk(page);
  await expect(page.getByText('You have seen 1 of')).toBeVisible();
});

test('without scripts a case is a book of choices @all-engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(path);
  for (const { scene, choice } of way.steps) {
    const details = page.locator(`#${scene.id} details[data-choice="${choice.id}"]`);
    await details.locator('summary').click();
    await details.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`#${choice.to}$`));
    await expect(page.locator(`#${choice.to}`)).toBeInViewport();
  }
  await expect(page.getByRole('heading', { name: 'What each choice was' })).toBeVisible();
  await expect(page.locator('[data-was]').first()).toBeVisible();
});

test('a trainer runs a case by keyboard: hands, timer, the way of the room @engines', async ({ page }) => {
  await page.goto(`${path}room/`);
  const counts = page.locator('[data-place]:not([hidden]) .hands output');
  for (const key of ['1', '2', '2', '2', 'Shift+2']) await page.keyboard.press(key);
  await expect(counts.nth(0)).toHaveText('1');
  await expect(counts.nth(1)).toHaveText('2');
  await page.keyboard.press('t');
  await expect(page.getByRole('timer')).not.toHaveText('2:00');
  await page.keyboard.press('t');
  await page.reload();
  await expect(counts.nth(1)).toHaveText('2');
  await page.getByRole('button', { name: 'Keys' }).press('Enter');
  await page.keyboard.press('2');
  await expect(counts.nth(1)).toHaveText('2');
  await page.getByRole('button', { name: 'Reset the count' }).press('Enter');
  await expect(counts.nth(1)).toHaveText('0');
  for (const { choice } of way.steps) {
    await page.locator(`[data-place]:not([hidden]) [data-take="${choice.id}"]`).press('Enter');
    await expect(page.locator('.came')).toBeInViewport();
    await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 });
  }
  await expect(shown(page)).toHaveText(`Ending: ${way.ending.title}`);
  await expect(page.getByRole('timer')).toHaveText('2:00');
  await expect(page.getByRole('heading', { name: 'To talk about' })).toBeVisible();
});

test('a case is whole where storage is refused @all-engines', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Storage is blocked.', 'SecurityError');
        },
      });
  });
  await page.goto(path);
  await walk(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what came of a choice is at the top, and nothing is wider than the screen @all-engines', async ({
    page,
  }) => {
    await page.goto(path);
    for (const { choice } of way.steps) {
      await page.locator(`[data-place]:not([hidden]) [data-take="${choice.id}"]`).click();
      await expect(shown(page)).toHaveText(heading(choice.to));
      await expect(page.locator('.came')).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    // The map scrolls in its own frame.
    await page.getByRole('heading', { name: 'To talk about' }).scrollIntoViewIfNeeded();
    await page.getByRole('link', { name: 'Try another way' }).click();
    await expect(choices(page).first()).toBeVisible();
  });
});

offline('a case that was visited is walked offline @all-engines', async ({ page, site }) => {
  await cacheVisited(page, site);
  await read(page, site, path, way.steps[0]?.scene.title);
  await site.stop();
  await page.reload();
  await walk(page);
  await expect(page.getByRole('heading', { name: 'To talk about' })).toBeVisible();
});
