import { expect, test } from '@playwright/test';
import { EACH_PAGE } from '../accessibility/pages.ts';
import { watchLayoutShifts } from '../support/layout-shift.ts';

for (const [name, path] of EACH_PAGE)
  test(`nothing moves when the scripts of a page come late: ${name}`, async ({ page }) => {
    const moves = await watchLayoutShifts(page);
    let release: () => void = () => undefined;
    let held = Promise.resolve();
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    for (const width of [390, 1440]) {
      held = new Promise((resolve) => (release = resolve));
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path, { waitUntil: 'commit' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      release();
      // Only search goes on once its page is loaded.
      await page.waitForLoadState(path.startsWith('search') ? 'networkidle' : 'load');
      await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      });
      expect(await moves(), `at ${width} pixels`).toEqual([]);
    }
  });
