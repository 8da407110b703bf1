import { expect, test, type Locator, type Page } from '@playwright/test';
import { testAriaSnapshots, type AriaSnapshotCases } from './aria-snapshot.ts';
import { PAGES } from './pages.ts';

/**
 * ARIA snapshots in aria-snapshots/*.yml: roles, names, states and texts in order, as screen readers get them. A file lists
 * required parts and may omit those that depend on content. After an intended change, run
 * `npx playwright test tests/accessibility/aria-snapshots --update-snapshots` and review the changes.
 */
const cases: AriaSnapshotCases = {
  'page-header': [PAGES.lesson, (page) => page.getByRole('banner')],
  'page-footer': [PAGES.lesson, (page) => page.getByRole('contentinfo')],
  'theme-switched': [
    PAGES.about,
    async (page) => {
      await page.getByRole('button', { name: 'Theme: system' }).click();
      return page.locator('theme-switch');
    },
  ],
  'search-open': [
    PAGES.about,
    async (page) => {
      await page.keyboard.press('Control+k');
      return page.getByRole('dialog', { name: 'Search' });
    },
  ],
  'search-results': [
    PAGES.about,
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill('boss');
      await expect(page.getByRole('status')).toHaveText(/results for “boss”\.$/);
      return page.getByRole('dialog', { name: 'Search' });
    },
  ],
  'search-corrected': [
    'search/?q=uncertinty',
    async (page) => {
      await expect(page.getByRole('status')).toHaveText(/results? for “uncertainty”\.$/);
      return page.locator('search-page');
    },
  ],
  'search-nothing': [
    'search/?q=zzzzqqqq',
    async (page) => {
      await expect(page.getByRole('status')).toHaveText(/^Nothing found/);
      return page.locator('search-page');
    },
  ],
  table: ['compare/two-shortages/', (page) => page.locator('comparison-table')],
  'table-tools': [
    PAGES.table,
    async (page) => {
      await tools(page).getByRole('button', { name: 'More' }).click();
      await expect(tools(page).getByRole('radio').first()).toBeVisible();
      return tools(page);
    },
  ],
  'table-focused': [
    PAGES.table,
    async (page) => {
      await tools(page).getByRole('group', { name: 'Focus' }).getByRole('button').first().click();
      await expect(page.locator('th.focused')).toBeVisible();
      return tools(page);
    },
  ],
  'table-covered': [
    PAGES.table,
    async (page) => {
      await tools(page).getByRole('group', { name: 'Cover' }).getByRole('button').last().click();
      await expect(page.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
      return page.locator('comparison-table');
    },
  ],
  'table-which-is-it': [PAGES.table, whichIsIt],
  'table-which-is-it-answered': [
    PAGES.table,
    async (page) => {
      const place = await whichIsIt(page);
      for (const group of await place.locator('fieldset').all())
        await group.getByRole('radio').first().check();
      await place.getByRole('button', { name: 'Check', exact: true }).click();
      return place;
    },
  ],
  'question-single': [PAGES.lesson, (page) => question(page, 'single')],
  'question-single-nothing-chosen': [
    PAGES.lesson,
    async (page) => {
      await question(page, 'single').getByRole('button', { name: 'Check' }).click();
      return question(page, 'single');
    },
  ],
  'question-single-right': [PAGES.lesson, (page) => answered(page, true)],
  'question-single-wrong': [PAGES.lesson, (page) => answered(page, false)],
  'question-sort': [PAGES.lesson, (page) => question(page, 'sort')],
  'question-recall': [PAGES.lesson, (page) => question(page, 'recall')],
  'question-multiple': ['about/design/', (page) => question(page, 'multiple')],
  'term-closed': [PAGES.lesson, (page) => page.locator('p', { has: page.locator('a.term') }).first()],
  'term-open': [
    PAGES.lesson,
    async (page) => {
      await page.locator('a.term').first().hover();
      return page.locator('.margin.lit');
    },
  ],
  receipt: [
    PAGES.lesson,
    async (page) => {
      await page.locator('button.receipt').first().click();
      return page.locator('.margin.lit');
    },
  ],
  'receipt-disputed': [
    'about/design/',
    async (page) => {
      await page.getByRole('button', { name: 'Disputed: sources of this statement' }).click();
      return page.locator('.margin.open');
    },
  ],
  contents: [
    `${PAGES.lesson}#side-by-side`,
    async (page) => {
      await expect(page.locator('lesson-toc [aria-current]')).toHaveAttribute('href', '#side-by-side');
      return page.locator('lesson-toc');
    },
  ],
  heading: [PAGES.lesson, (page) => page.locator('#flawless-but-uninspired')],
  'figure-picture': [PAGES.lesson, (page) => page.locator('#figure-momentum-grid')],
  'figure-with-parts': [PAGES['lesson with the house'], (page) => page.locator('#figure-house')],
  'figure-with-data': [
    PAGES.figure,
    async (page) => {
      await page.getByText('Described in words, and its data').click();
      return page.locator('.figure');
    },
  ],
  timeline: [PAGES['case study'], (page) => page.locator('.timeline')],
  'lesson-map': [PAGES.lessons, (page) => page.locator('course-progress')],
  'lesson-map-begun': [
    PAGES.lesson,
    async (page) => {
      await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
      await page.goto(PAGES.lessons);
      return page.locator('course-progress');
    },
  ],
  'course-map': [PAGES.home, (page) => page.locator('course-progress')],
  'teach-this': [PAGES.lesson, (page) => page.getByRole('region', { name: 'Teach this' })],
  pager: [PAGES.lesson, (page) => page.locator('.pager')],
  breadcrumbs: [PAGES.lesson, (page) => page.locator('.crumbs')],
  'link-copied': [
    PAGES.lesson,
    async (page) => {
      await page.locator('h2 + copy-link .anchor').first().click();
      return page.locator('.announcement');
    },
  ],
};

const tools = (page: Page): Locator => page.locator('.table-tools');

async function whichIsIt(page: Page): Promise<Locator> {
  await tools(page).getByRole('button', { name: 'Which is it?' }).click();
  await expect(tools(page).locator('form fieldset')).toHaveCount(8);
  return tools(page);
}

const question = (page: Page, kind: string): Locator =>
  page.locator(`check-question[data-kind=${kind}]`).first();

/** Chooses the first answer that is right, or wrong. */
async function answered(page: Page, right: boolean): Promise<Locator> {
  const verdicts = question(page, 'single').locator('.answers > li');
  const isRight = await verdicts.evaluateAll((items) =>
    items.map((item) => item.dataset['verdict'] === 'right'),
  );
  await question(page, 'single').getByRole('radio').nth(isRight.indexOf(right)).check();
  await question(page, 'single').getByRole('button', { name: 'Check' }).click();
  return question(page, 'single');
}

test.use({ viewport: { width: 1280, height: 900 } });

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // "Which is it?" chooses random statements.
  await page.addInitScript(() => {
    Math.random = () => 0.4;
  });
});

testAriaSnapshots(cases);
