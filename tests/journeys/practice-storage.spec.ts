import { expect, test, type Page } from '@playwright/test';
import { storedData } from '../support/stored.ts';

/** Every practice tool where the browser stores nothing, and where what is stored cannot be read; none sends anything. */

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

interface Use {
  path: string;
  /** Uses the tool, which stores something. */
  act: (page: Page) => Promise<void>;
  /** The message if nothing can be stored. */
  lost: string;
  /** The key of what is stored. */
  slice: string;
}

const USES: readonly Use[] = [
  {
    path: 'tools/balance/',
    async act(page) {
      for (const radio of await page.locator('.balance-form').getByLabel('Once').all()) await radio.check();
      await press(page, 'Show where I stand');
      await expect(page.locator('[data-score=leading]')).toHaveText('25 of 100');
    },
    lost: 'This browser could not keep this result',
    slice: 'balance',
  },
  {
    path: 'tools/time-audit/',
    async act(page) {
      await page
        .getByRole('spinbutton', { name: /, hours$/ })
        .first()
        .fill('40');
      await press(page, 'Show my week');
      await expect(page.getByRole('table', { name: /in hours$/ })).toBeVisible();
    },
    lost: 'Your browser could not store this',
    slice: 'timeAudit',
  },
  {
    path: 'tools/questions/',
    async act(page) {
      await press(page, 'Add to my card');
      await page.getByLabel('Title').fill('Monday');
      await expect(page.locator('#card-questions > li')).toHaveCount(1);
    },
    lost: 'This browser does not let us keep the card',
    slice: 'questionCards',
  },
  {
    path: 'tools/growth-plan/',
    async act(page) {
      await press(page, 'Plan this');
      await page.getByRole('group', { name: 'Week 1' }).getByLabel('Done').check();
      await expect(page.locator('.plan-editor')).toContainText('1 of 4 done');
    },
    lost: 'This browser does not let us keep your plan',
    slice: 'growthPlan',
  },
  {
    path: 'review/',
    async act(page) {
      await press(page, 'Add the questions of lesson 1');
      await expect(page.getByRole('button', { name: /^Answer \d+ now$/ })).toBeVisible();
    },
    lost: 'It works until you leave this page',
    slice: 'review',
  },
];

test('where storage is refused, each tool works and says what is lost', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  for (const { path, act, lost } of USES) {
    await page.goto(path);
    await act(page);
    await expect(page.getByText(lost).first(), path).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test('what cannot be read is set aside, and each tool starts empty and sends nothing', async ({ page }) => {
  const wrong = ['gone wrong'];
  await page.goto('about/');
  for (const { path, act, slice } of USES) {
    await page.evaluate(
      (text) => {
        localStorage.clear();
        localStorage.setItem('bb:personal', text);
      },
      JSON.stringify({ version: 1, lessons: {}, [slice]: wrong }),
    );
    await page.goto(path);
    const sent: string[] = [];
    page.on('request', (request) => {
      const isOwn = new URL(request.url()).origin === new URL(page.url()).origin;
      if (!isOwn || request.method() !== 'GET') sent.push(request.url());
    });
    await act(page);
    expect(sent, path).toEqual([]);
    await expect
      .poll(() => storedData(page), path)
      .toMatchObject({ [`${slice}-unread`]: wrong, [slice]: expect.anything() });
  }
});
