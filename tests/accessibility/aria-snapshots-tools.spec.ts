import { expect, test, type Locator, type Page } from '@playwright/test';
import { answerRight, said } from '../fixtures/lms/learner.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { testAriaSnapshots, type AriaSnapshotCases } from './aria-snapshot.ts';
import { PAGES } from './pages.ts';

/** ARIA snapshots of practice tools, trainers' tools and stored data; the others are in aria-snapshots.spec.ts. */

const NOW = '2026-11-24T09:00:00Z';
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
/** Returns a part of the page in its initial state. */
const at =
  (selector: string) =>
  (page: Page): Promise<Locator> =>
    Promise.resolve(page.locator(selector));

/** The stored data of a reader who has read, answered and practiced. */
const REMEMBERED = {
  version: 1,
  lessons: {
    'what-management-is': { title: 'The first lesson', at: 'objectives', finished: NOW },
    'why-both': { title: 'The third lesson', at: 'side-by-side' },
  },
  last: 'why-both',
  checks: { 'q-the-trap': { at: NOW, right: 1, of: 1 } },
  balance: { results: [{ at: NOW, answers: {} }] },
};

/** Reloads the progress page as a returning reader. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate((text) => {
    localStorage.setItem('bb:personal', text);
  }, JSON.stringify(REMEMBERED));
  await page.reload();
}

async function weekShown(page: Page): Promise<void> {
  for (const [kind, hours] of [
    [0, '31'],
    [2, '3'],
    [3, '6'],
  ] as const)
    await page
      .getByRole('spinbutton', { name: /, hours$/ })
      .nth(kind)
      .fill(hours);
  await button(page, 'Show my week').click();
  await expect(page.getByRole('heading', { name: 'Your week' })).toBeFocused();
}

const desk = (page: Page): Locator => page.locator('review-desk');

async function asked(page: Page): Promise<Locator> {
  await button(page, 'Add the questions of lesson 3').click();
  await page.getByRole('button', { name: /^Answer \d+ now$/ }).click();
  return desk(page).locator('.review-today');
}

async function answeredSurely(page: Page): Promise<Locator> {
  const today = await asked(page);
  await desk(page).getByRole('group').first().getByRole('radio').first().check();
  await page.getByRole('group', { name: 'How sure are you?' }).getByLabel('Sure', { exact: true }).check();
  await button(page, 'Check').click();
  await expect(button(page, 'Next question')).toBeVisible();
  return today;
}

const cases: AriaSnapshotCases = {
  'balance-tool': [PAGES['balance tool'], at('.balance-form')],
  'balance-unanswered': [
    PAGES['balance tool'],
    async (page) => {
      await button(page, 'Show where I stand').click();
      await expect(page.locator('.balance-form [role=status]')).toContainText('20');
      return page.locator('.balance-form');
    },
  ],
  'balance-result': [
    PAGES['balance tool'],
    async (page) => {
      for (const radio of await page.locator('.balance-form').getByLabel('Most days').all())
        await radio.check();
      await button(page, 'Show where I stand').click();
      return page.locator('.balance-result');
    },
  ],
  'balance-history': [
    PAGES['balance tool'],
    async (page) => {
      for (const radio of await page.locator('.balance-form').getByLabel('Most days').all())
        await radio.check();
      await button(page, 'Show where I stand').click();
      return page.locator('.balance-history');
    },
  ],
  'growth-plan-filters': [PAGES['growth plan'], at('.stretch-filters')],
  'growth-plan-stretch': [PAGES['growth plan'], at('#g-weekly-why')],
  'growth-plan-made': [
    PAGES['growth plan'],
    async (page) => {
      await page.locator('#g-weekly-why').getByRole('button', { name: 'Plan this' }).click();
      return page.locator('.plan-editor');
    },
  ],
  'question-cards-pair': [PAGES['question cards'], at('#p-stuck')],
  'question-cards-pair-turned': [
    PAGES['question cards'],
    async (page) => {
      const pair = page.locator('#p-stuck');
      await pair.getByRole('button', { name: 'Turn to the why' }).click();
      return pair;
    },
  ],
  'question-cards-card': [
    PAGES['question cards'],
    async (page) => {
      for (const pair of ['#p-stuck', '#p-today'])
        await page.locator(pair).getByRole('button', { name: 'Add to my card' }).click();
      return page.locator('.card-maker');
    },
  ],
  'time-audit': [PAGES['time audit'], at('time-audit')],
  'time-audit-calendar': [
    PAGES['time audit'],
    async (page) => {
      await page.getByLabel('Calendar file').setInputFiles('tests/fixtures/calendars/google.ics');
      await expect(page.getByText(/events? in the week of/)).toBeVisible();
      return page.locator('time-audit');
    },
  ],
  'time-audit-result': [
    PAGES['time audit'],
    async (page) => {
      await weekShown(page);
      return page.locator('time-audit');
    },
  ],
  review: [PAGES.review, at('review-desk')],
  'review-question': [PAGES.review, asked],
  'review-answered': [PAGES.review, answeredSurely],
  'review-summary': [
    PAGES.review,
    async (page) => {
      const today = await answeredSurely(page);
      await button(page, 'Next question').click();
      await button(page, 'Stop here').click();
      return today;
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
  'package-builder-refused': [
    PAGES.packages,
    async (page) => {
      for (const lesson of await page.locator('package-builder').getByRole('checkbox').all())
        await lesson.uncheck();
      await button(page, 'Make the package').click();
      return page.locator('package-builder');
    },
  ],
  'offline-keeper': [PAGES.offline, at('offline-keeper')],
  'personal-data': [PAGES.progress, at('personal-data')],
  'personal-data-erasing': [
    PAGES.progress,
    async (page) => {
      await comeBack(page);
      await page
        .locator('personal-data')
        .getByRole('button', { name: /^Erase/ })
        .click();
      return page.locator('personal-data');
    },
  ],
  'progress-overview': [
    PAGES.progress,
    async (page) => {
      await comeBack(page);
      return page.locator('progress-overview');
    },
  ],
  'learning-record': [
    PAGES.progress,
    async (page) => {
      await comeBack(page);
      await page.locator('learning-record').getByRole('textbox').fill('Dana Ruiz');
      return page.locator('learning-record');
    },
  ],
  'lesson-progress': [PAGES.lesson, at('lesson-progress')],
  'lesson-progress-finished': [
    PAGES.lesson,
    async (page) => {
      await button(page, 'Mark this lesson as finished').click();
      return page.locator('lesson-progress');
    },
  ],
  'keep-checks': [
    PAGES.lesson,
    async (page) => {
      const question = page.locator('check-question[data-kind=single]').first();
      await question.getByRole('radio').first().check();
      await question.getByRole('button', { name: 'Check' }).click();
      return question.locator('.kept');
    },
  ],
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
