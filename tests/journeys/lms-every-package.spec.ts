import { readFileSync } from 'node:fs';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { PACKAGE_FORMATS } from '../../src/exports/lms/package-choice.ts';
import { said } from '../fixtures/lms/learner.ts';
import { Lrs } from '../fixtures/lms/lrs.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { oneOfEach } from '../support/test-all.ts';

/**
 * A package of a lesson, of a case and of the course in each format (every one with `npm run test:all`) is opened and
 * learned to its end; what happens on the way others test.
 */

const { downloads } = JSON.parse(readFileSync('dist/downloads.json', 'utf8')) as {
  downloads: { path: string; of: string; kind: string }[];
};

/** Every question answered at once, as far as the package can see. */
async function learnAll(content: FrameLocator | Page): Promise<void> {
  await expect(said(content)).toContainText('keeps your progress');
  // The text has the width, wherever the contents are.
  const text = await content.locator('.package-lesson article, .package-lesson .prose').first().boundingBox();
  if (text !== null) expect(text.width).toBeGreaterThan(400);
  const asked = await content.locator('check-question').evaluateAll((questions) => {
    for (const question of questions)
      question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 1, of: 1 } }));
    return questions.length;
  });
  // Without questions, reaching the end completes it.
  if (asked === 0) await content.locator('.lesson-end').scrollIntoViewIfNeeded();
  await expect(said(content)).toContainText(
    asked === 0 ? 'Completed.' : 'Completed. Score of your first answers: 100%.',
  );
}

for (const format of PACKAGE_FORMATS) {
  const offered = downloads.filter(({ kind }) => kind === `package-${format}`);
  for (const { path } of oneOfEach(offered, ({ of }) => of.replace(/[^/]+\/$/, '')))
    test(`${path} is opened, completed and ended`, async ({ page }) => {
      const system = await LearningSystem.start(path);
      const store = await Lrs.start();
      try {
        if (format === 'cmi5') {
          await page.goto(`${system.content}?${store.launch()}`);
          await learnAll(page);
          await page.goto('about:blank');
          await expect.poll(() => store.verbs).toEqual(['initialized', 'completed', 'terminated']);
          expect(store.faults).toEqual([]);
          return;
        }
        await page.goto(system.player({ version: format }));
        await learnAll(page.frameLocator('iframe'));
        await page.locator('iframe').evaluate((frame) => {
          frame.remove();
        });
        const status = format === 'scorm-1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
        expect(await page.evaluate(`runtime.${status}`)).toBe('completed');
        const ends = "calls.filter(({ method }) => method === 'Finish' || method === 'Terminate')";
        expect(await page.evaluate(`${ends}.map(({ answer }) => answer)`)).toEqual(['true']);
      } finally {
        await system.stop();
        await store.stop();
      }
    });
}
