import { expect, test } from '@playwright/test';
import { EACH_PAGE } from '../access/pages.ts';
import { watchMoves } from '../moves.ts';

for (const [name, path] of EACH_PAGE)
  test(`nothing moves while a page is loaded: ${name}`, async ({ page }) => {
    const moves = await watchMoves(page);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      // Only search goes on once its page is loaded.
      await page.goto(path, { waitUntil: path.startsWith('search') ? 'networkidle' : 'load' });
      await page.evaluate(() =>
        new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame)),
      );
      expect(await moves(), `at ${width} pixels`).toEqual([]);
    }
  });
