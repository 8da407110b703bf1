import { expect, test, type Locator, type Page } from '@playwright/test';
import { answerRight, said } from '../fixtures/lms/learner.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { testAriaSnapshots, type AriaSnapshotCases } from './aria-snapshot.ts';
import { PAGES } from './pages.ts';

/**
 * ARIA snapshots of practice tools, trainers' tools and stored data, each as it is first met and with a result; the others
 * are in aria-snapshots.spec.ts. The steps between are in the journeys, which find every control by its role and name.
 */

const NOW = '2026-11-24T09:00:00Z';
const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
/** Returns a part of the page in its initial state. */
const at =
  (selector: string) =>
  (page: Page): Locator =>
    page.locator(selector);

/** The stored data of a reader who has read, answered and practiced. */
const REMEMBERED = JSON.stringify({
  version: 1,
  lessons: {
    'what-management-is': { title: 'The first lesson', at: 'objectives', finished: NOW },
    'why-both': { title: 'The third lesson', at: 'side-by-side' },
  },
  last: 'why-both',
  checks: { 'q-the-trap': { at: NOW, right: 1, of: 1 } },
  balance: { results: [{ at: NOW, answers: {} }] },
});

/** Returns a part of the progress page as a returning reader finds it. */
const remembered =
  (selector: string) =>
  async (page: Page): Promise<Locator> => {
    await page.evaluate((text) => {
      localStorage.setItem('bb:personal', text);
    }, REMEMBERED);
    await page.reload();
    return page.locator(selector);
  };

const cases: AriaSnapshotCases = {
  'balance-tool': [PAGES['balance tool'], at('.balance-form')],
  'balance-result': [
    PAGES['balance tool'],
    async (page) => {
      for (const radio of await page.locator('.balance-form').getByLabel('Most days').all())
        await radio.check();
      await button(page, 'Show where I stand').click();
      return page.locator('.balance-result');
    },
  ],
  'growth-plan-filters': [PAGES['growth plan'], at('.stretch-filters')],
  'growth-plan-stretch': [PAGES['growth plan'], at('#g-weekly-why')],
  'growth-plan-made': [
    PAGES['growth plan'],
    async (page) => {
      await button(page.locator('#g-weekly-why'), 'Plan this').click();
      return page.locator('.plan-editor');
    },
  ],
  'question-cards-pair': [PAGES['question cards'], at('#p-stuck')],
  'question-cards-card': [
    PAGES['question cards'],
    async (page) => {
      for (const pair of ['#p-stuck', '#p-today']) await button(page.locator(pair), 'Add to my card').click();
      return page.locator('.card-maker');
    },
  ],
  'time-audit': [PAGES['time audit'], at('time-audit')],
  'time-audit-result': [
    PAGES['time audit'],
    async (page) => {
      const hours = page.getByRole('spinbutton', { name: /, hours$/ });
      await hours.nth(0).fill('31');
      await hours.nth(2).fill('3');
      await hours.nth(3).fill('6');
      await button(page, 'Show my week').click();
      await expect(page.getByRole('heading', { name: 'Your week' })).toBeFocused();
      return page.locator('time-audit');
    },
  ],
  review: [PAGES.review, at('review-desk')],
  'review-answered': [
    PAGES.review,
    async (page) => {
      await button(page, 'Add the questions of lesson 3').click();
      await button(page, /^Answer \d+ now$/).click();
      await page.locator('review-desk').getByRole('group').first().getByRole('radio').first().check();
      const sureness = page.getByRole('group', { name: 'How sure are you?' });
      await sureness.getByLabel('Sure', { exact: true }).check();
      await button(page, 'Check').click();
      await expect(button(page, 'Next question')).toBeVisible();
      return page.locator('.review-today');
    },
  ],
  'embed-wizard': [`${PAGES.trainers}?piece=concepts/drift#embed`, at('embed-wizard')],
  'session-planner': [PAGES['session planner'], at('session-planner form')],
  'session-planner-agenda': [
    `${PAGES['session planner']}#minutes=90&people=12&where=call&start=09:00&lessons=3,4`,
    at('session-planner'),
  ],
  slides: [`${PAGES.slides}#block-try-or-follow`, at('slide-deck')],
  'package-builder': [PAGES.packages, at('package-builder')],
  'offline-keeper': [PAGES.offline, at('offline-keeper')],
  'personal-data': [PAGES.progress, at('personal-data')],
  'progress-overview': [PAGES.progress, remembered('progress-overview')],
  'learning-record': [PAGES.progress, remembered('learning-record')],
  'lesson-progress': [PAGES.lesson, at('lesson-progress')],
  'passage-link': [
    PAGES.lesson,
    async (page) => {
      await page.locator('h2[id] ~ p').first().selectText();
      return page.locator('passage-link');
    },
  ],
  'print-page': [PAGES.workbook, at('print-page')],
  'copy-text': [PAGES.concept, at('copy-text[data-name="the credit"]')],
};

test.use({ viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York' });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  // Statements and questions are in random order.
  await page.addInitScript(() => {
    Math.random = () => 0.4;
  });
});

testAriaSnapshots(cases);

test('a package in a learning system matches its ARIA snapshot', async ({ page }) => {
  const system = await LearningSystem.start('/lessons/momentum/momentum-scorm-2004.zip');
  try {
    await page.goto(system.player({ version: 'scorm-2004' }));
    const content = page.frameLocator('iframe');
    await expect(said(content)).toContainText('keeps your progress');
    await answerRight(content.locator('check-question').first());
    await expect(content.locator('lms-package')).toMatchAriaSnapshot({ name: 'lms-package.yml' });
  } finally {
    await system.stop();
  }
});
