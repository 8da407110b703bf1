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

/** Walks through a case by its first choices, to an ending. @returns the choices taken */
async function walk(content: FrameLocator | Page): Promise<string[]> {
  const taken: string[] = [];
  const shown = content.locator('section[data-place]:not([hidden])');
  while ((await shown.locator('[data-take]').count()) > 0) {
    const link = shown.locator('[data-take]').first();
    taken.push((await link.getAttribute('data-take')) ?? '');
    await link.click();
    await expect(content.locator('.case-way li')).toHaveCount(taken.length);
  }
  await content.locator('.lesson-end:visible').scrollIntoViewIfNeeded();
  return taken;
}

/** Every question answered at once, as far as the package can see; a case walked to an ending, with its choices returned. */
async function learnAll(content: FrameLocator | Page): Promise<string[]> {
  await expect(said(content)).toContainText('keeps your progress');
  // The text has the width, wherever the contents are.
  const text = await content.locator('.package-lesson article, .package-lesson .prose').first().boundingBox();
  if (text !== null) expect(text.width).toBeGreaterThan(400);
  const asked = await content.locator('check-question').evaluateAll((questions) => {
    for (const question of questions)
      question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 1, of: 1 } }));
    return questions.length;
  });
  const taken = asked === 0 ? await walk(content) : [];
  await expect(said(content)).toContainText(
    asked === 0 ? 'Completed.' : 'Completed. Score of your first answers: 100%.',
  );
  return taken;
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
          const taken = await learnAll(page);
          await page.goto('about:blank');
          await expect
            .poll(() => store.verbs)
            .toEqual(['initialized', ...taken.map(() => 'answered'), 'completed', 'terminated']);
          expect(
            store.statements.flatMap(({ result }) => (result?.response === undefined ? [] : result.response)),
          ).toEqual(taken);
          expect(store.faults).toEqual([]);
          return;
        }
        await page.goto(system.player({ version: format }));
        const taken = await learnAll(page.frameLocator('iframe'));
        await page.locator('iframe').evaluate((frame) => {
          frame.remove();
        });
        const status = format === 'scorm-1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
        expect(await page.evaluate(`runtime.${status}`)).toBe('completed');
        const recorded = await page.evaluate<Record<string, string>[]>(
          'runtime.cmi.interactions.childArray.map((each) => ({ ...each.toJSON() }))',
        );
        const named = format === 'scorm-1.2' ? 'student_response' : 'learner_response';
        expect(recorded.map((each) => each[named])).toEqual(
          format === 'scorm-1.2' ? taken.map(() => 'a') : taken,
        );
        if (taken.length > 0)
          expect(
            await page.evaluate(`runtime.cmi.${format === 'scorm-1.2' ? 'core.' : ''}score.raw`),
            'the score of a case is its completion',
          ).toBe('100');
        const ends = "calls.filter(({ method }) => method === 'Finish' || method === 'Terminate')";
        expect(await page.evaluate(`${ends}.map(({ answer }) => answer)`)).toEqual(['true']);
      } finally {
        await system.stop();
        await store.stop();
      }
    });
}
