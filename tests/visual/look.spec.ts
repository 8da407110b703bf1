import { expect, test } from '@playwright/test';

/**
 * The browser that drew the pictures. Another version draws letters and lines a little differently, so there
 * the comparison would only cry wolf; `npm run visual` there draws new pictures to look at and commit.
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

// A whole page of everything takes its time to draw.
test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ browser, page }) => {
  const version = browser.version().split('.')[0];
  test.skip(version !== DRAWN_BY, `Pictures were drawn by Chromium ${DRAWN_BY}; this is ${version}.`);
  // On a busy machine a font may come too late for its page, which then does without; pictures wait for it.
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll('font-display:optional', 'font-display:block'),
    });
  });
});

for (const [view, options] of Object.entries(VIEWS)) {
  test.describe(view, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } });

    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name} looks as it was left`, async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page).toHaveScreenshot(`${name}-${view}.png`);
      });
    }

    test('every token, component and element looks as it was left', async ({ page }) => {
      await page.goto('/about/design/', { waitUntil: 'networkidle' });
      await expect(page).toHaveScreenshot(`design-${view}.png`, { fullPage: true });
    });
  });
}

test('a lesson on paper looks as it was left', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1160 });
  await page.goto('/lessons/architect-and-contractor/', { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  await expect(page).toHaveScreenshot('lesson-print.png');
});
