import { expect as check, test, type Locator, type Page } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';

/**
 * Version of the browser that made the reference screenshots. Other versions render text and lines slightly differently,
 * so the tests are skipped there; `npm run visual` makes new screenshots to review and commit.
 */
const DRAWN_BY = '156';

const PAGES = {
  home: '/',
  lesson: '/lessons/architect-and-contractor/',
  'case-study': '/lessons/nadella-at-microsoft/',
  concept: '/concepts/momentum/',
  comparison: '/compare/in-practice/',
  search: '/search/?q=boss',
  sources: '/sources/',
  trainers: '/trainers/',
  figure: '/figures/house/',
  'not-found': '/404.html',
};

const VIEWS = {
  desktop: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const;

// The route below changes inline style sheets, which the policy in the page would block.
test.use({ bypassCSP: true });
// A screenshot of the full design page takes long.
const expect = check.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ browser, page }) => {
  const version = browser.version().split('.')[0];
  test.skip(version !== DRAWN_BY, `The screenshots are from Chromium ${DRAWN_BY}; this is ${version}.`);
  // Makes the browser wait for fonts: on a busy machine a font may load too late for its page.
  await page.route(/\.css$|\/(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll('font-display:optional', 'font-display:block'),
    });
  });
});

Object.entries(VIEWS).forEach(([view, options], turn) => {
  test.describe(view, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } });

    for (const [index, [name, path]] of Object.entries(PAGES).entries()) {
      // Each page in one view; in both with `npm run test:all`.
      if (index % 2 !== turn && !TEST_ALL) continue;
      test(`${name} matches its screenshot`, async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' });
        // The full text has joined.
        if (path.includes('?q=')) await expect(page.getByText(/^\d+ results for/)).toBeVisible();
        await expect(page).toHaveScreenshot(`${name}-${view}.png`);
      });
    }

    test('every token, component and element matches its screenshot', async ({ page }) => {
      await page.goto('/about/design/', { waitUntil: 'networkidle' });
      await expect(page).toHaveScreenshot(`design-${view}.png`, { fullPage: true });
    });
  });
});

test('a printed lesson matches its screenshot', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1160 });
  await page.goto('/lessons/architect-and-contractor/', { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  await expect(page).toHaveScreenshot('lesson-print.png');
});

/** Interactive states: performs an action on the design page and returns the element to compare. */
const STATES: Record<string, (page: Page) => Promise<Locator>> = {
  'receipt-open': async (page) => {
    await page.getByRole('button', { name: 'Source of this statement' }).click();
    return page.locator('.margin.open');
  },
  'disputed-open': async (page) => {
    await page.getByRole('button', { name: 'Disputed: sources of this statement' }).click();
    return page.locator('.margin.open');
  },
  'definition-open': async (page) => {
    await page.locator('a.term').hover();
    return page.locator('.margin:popover-open');
  },
  'question-answered': async (page) => {
    const question = page.locator('check-question[data-kind=single]');
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: 'Check' }).click();
    return question;
  },
  'statements-sorted': async (page) => {
    const question = page.locator('check-question[data-kind=sort]');
    for (const radio of await question.getByRole('radio', { name: 'Leading' }).all()) await radio.check();
    await question.getByRole('button', { name: 'Check' }).click();
    return question;
  },
  'side-in-focus': async (page) => {
    const table = page.locator('comparison-table').first();
    await table.getByRole('group', { name: 'Focus' }).getByRole('button', { name: 'Leading' }).click();
    await expect(table.locator('td.focused').first()).toBeVisible();
    return table;
  },
  'side-covered': async (page) => {
    const table = page.locator('comparison-table').first();
    await table.getByRole('group', { name: 'Cover' }).getByRole('button', { name: 'Managing' }).click();
    await expect(table.locator('td[data-covered]').first()).toBeVisible();
    return table;
  },
  'which-is-it': async (page) => {
    const table = page.locator('comparison-table').first();
    await table.getByRole('button', { name: 'Which is it?' }).click();
    await expect(table.locator('form')).toBeVisible();
    for (const radio of await table.locator('form').getByRole('radio', { name: 'Leading' }).all())
      await radio.check();
    await table.getByRole('button', { name: 'Check', exact: true }).click();
    return table;
  },
  'part-of-the-house': async (page) => {
    const house = page.locator('#figure-house');
    await house.getByRole('link', { name: /foundation/ }).focus();
    return house.locator('svg');
  },
  'search-open': async (page) => {
    await page.keyboard.press('Control+k');
    const counted = page.getByRole('status').filter({ hasText: /\d+ results? for .*\.$/ });
    // The first search may be answered before the whole index has come; the second one has it.
    for (const query of ['delegation', '', 'delegation']) {
      await page.getByRole('searchbox').fill(query);
      await expect(counted).toBeVisible({ visible: query !== '' });
    }
    return page.getByRole('dialog');
  },
  'link-copied': async (page) => {
    await page.context().grantPermissions(['clipboard-write']);
    await page.locator('h2 + copy-link .anchor').first().click();
    return page.locator('.announcement');
  },
};

test.describe('states', () => {
  test.use({ viewport: { width: 1000, height: 800 } });

  test('states match their screenshots', async ({ page }) => {
    // "Which is it?" chooses random statements.
    await page.addInitScript(() => {
      Math.random = () => 0.4;
    });
    for (const [name, bring] of Object.entries(STATES)) {
      await page.goto('/about/design/', { waitUntil: 'networkidle' });
      await expect.soft(await bring(page)).toHaveScreenshot(`state-${name}.png`);
    }
  });
});
