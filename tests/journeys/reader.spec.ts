import { expect, test } from '@playwright/test';
import { withoutScripts } from '../support/without-scripts.ts';
import { storedData } from '../support/stored.ts';

test('a stranger starts the course and walks from lesson to lesson @base @engines @smoke', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: /Start lesson 1/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What management is');
  await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').click();
  await expect(page).toHaveURL(/what-leadership-is\/$/);
});

test('a term shows its definition on focus, and Escape hides it @engines', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const term = page.locator('concept-term').first();
  await term.getByRole('link').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(term.locator('[popover]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(term.locator('[popover]')).toBeHidden();
});

test('a sourced fact shows its receipt with source and date @engines @smoke', async ({ page }) => {
  await page.goto('lessons/nadella-at-microsoft/');
  const receipt = page.locator('button.receipt').first();
  await receipt.click();
  const popover = page.locator('[popover]:popover-open');
  await expect(popover).toContainText('As of');
  await expect(popover.getByRole('link').first()).toHaveAttribute('href', /\/sources\/#/);
});

test('the page remembers a finished lesson and offers to resume, and forgets on request @engines @smoke', async ({
  page,
}) => {
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await page.goto('lessons/');
  await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
  await expect(page.getByRole('link', { name: /^Resume/ })).toHaveAttribute('href', /why-both/);
  const checks = { 'q-the-trap': { at: '2026-11-24T09:30:00.000Z', right: 1, of: 1 } };
  await page.evaluate((share) => {
    const stored = JSON.parse(localStorage.getItem('bb:personal') ?? '{}') as object;
    localStorage.setItem('bb:personal', JSON.stringify({ ...stored, checks: share }));
  }, checks);
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(page.locator('[data-lesson=why-both]')).not.toContainText('Finished');
  // What else is kept stays, and the page says where it can be erased.
  await expect(page.getByRole('link', { name: 'Erase the rest, too' })).toHaveAttribute(
    'href',
    /\/progress\/#your-data$/,
  );
  expect(await storedData(page)).toEqual({
    version: 1,
    lessons: {},
    checks,
  });
  await page.reload();
  await expect(page.getByRole('link', { name: /^Resume/ })).toHaveCount(0);
});

for (const stored of [
  '{"version":1,"lessons":{"why-both":',
  '[]',
  '"x"',
  '{"version":0,"done":["a"]}',
  '{"lessons":{"__proto__":{"title":1}},"last":5}',
]) {
  test(`storage that holds ${stored.slice(0, 30)} loses nothing of the page`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript((value) => {
      if (sessionStorage.getItem('set') === null) localStorage.setItem('bb:personal', value);
      sessionStorage.setItem('set', '1');
    }, stored);
    await page.goto('lessons/why-both/');
    await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
    await page.goto('lessons/');
    await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
    expect(errors).toEqual([]);
  });
}

test('blocked and full storage get a message, and the lesson works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.getItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.getByText('This browser does not let us remember that.')).toBeVisible();
});

test('the theme can be switched and survives a reload @engines', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about/');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  expect(await background()).not.toBe(light);
});

test('a question is answered by keyboard and its feedback shown @engines @smoke', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const question = page.locator('check-question[data-kind=single]').first();
  await expect(question.locator('details')).toBeHidden();
  await question.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(question.getByRole('status')).toHaveText('Choose an answer first.');
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText(/Right|Not quite/);
  await expect(question.locator('.answers li').first()).toBeVisible();
});

test('a fragment that does not exist leaves the lesson readable', async ({ page }) => {
  await page.goto('lessons/why-both/#no-such-place');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without JavaScript a lesson, its answers and its table are all there @base @engines', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto('lessons/why-both/');
  await expect(page.getByRole('table').first()).toBeVisible();
  const details = page.locator('check-question details').first();
  await details.locator('summary').click();
  await expect(details.locator('.answers li').first()).toBeVisible();
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/concepts\//);
});

for (const path of [
  '',
  'lessons/why-both/',
  'lessons/how-they-differ/',
  'compare/in-practice/',
  'concepts/',
  'sources/',
  'search/',
  'trainers/',
]) {
  test(`/${path} does not scroll sideways at 320 pixels @engines`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`./${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test.describe('a figure', () => {
  test('names the counterpart of a part on focus and on hover @base @engines', async ({ page }) => {
    await page.goto('lessons/architect-and-contractor/');
    const figure = page.locator('#figure-house');
    const foundation = figure.getByRole('link', { name: /foundation/ });
    await expect(foundation.getByText(/poured right/)).toBeHidden();
    await foundation.focus();
    await expect(foundation.getByText(/poured right/)).toBeVisible();
    await figure
      .getByRole('link', { name: /handover/ })
      .locator('circle')
      .hover();
    await expect(figure.getByText(/every door closing/)).toBeVisible();
    await expect(foundation.getByText(/poured right/)).toBeHidden();
    await foundation.press('Enter');
    await expect(page).toHaveURL(/\/compare\/architect-and-contractor\/#foundation$/);
  });

  test('is described in words, with its data as a table', async ({ page }) => {
    await page.goto('lessons/nadella-at-microsoft/');
    const figure = page.locator('#figure-microsoft');
    await figure.getByText('Described in words, and its data').click();
    await expect(figure.getByText(/revenue rises from 86\.8 billion/)).toBeVisible();
    await expect(figure.getByRole('row', { name: '2024 245.1 88.1' })).toBeVisible();
  });

  test('leads from each mark of the chart to its entry in the timeline', async ({ page }) => {
    await page.goto('lessons/nadella-at-microsoft/');
    const marks = page.locator('#figure-microsoft svg a');
    const entries = page.locator('.timeline > li');
    await expect(marks).toHaveCount(await entries.count());
    await marks.nth(3).click();
    await expect(page.locator('.timeline > li:target')).toHaveCount(1);
  });
});
