import { expect, test } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { layOver } from './own-sheet.ts';
import { difference } from './pixels.ts';
import { oneOfEachLook, tabThrough } from './tab-stops.ts';

// On every kind of page, each-page.spec.ts computes the contrast of the outline.
for (const colorScheme of TEST_ALL ? (['light', 'dark'] as const) : (['light'] as const)) {
  test(`every style of stop has a visible focus ring, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    await page.goto('about/design/', { waitUntil: 'networkidle' });
    const stops = await tabThrough(page);
    expect(new Set(stops.map(({ look }) => look)).size).toBeGreaterThan(20);
    const faint: string[] = [];
    await oneOfEachLook(page, stops, async ({ name, at: { left, right, top, bottom } }) => {
      const above = top - (await page.evaluate(() => scrollY));
      const [width, height] = [right - left, bottom - top];
      const clip = {
        x: Math.max(0, left - 12),
        y: Math.max(0, above - 12),
        width: width + 24,
        height: height + 24,
      };
      const focused = await page.screenshot({ clip });
      // Hides only the ring, because a definition that opens on focus would be a difference too.
      const withRing = await layOver(page, '* { outline-color: transparent !important }');
      const plain = await page.screenshot({ clip });
      await withRing();
      const { clear } = await difference(page, plain, focused);
      // At least a border of 2 pixels (WCAG 2.2, 2.4.13), minus what the window or a container cuts off.
      if (clear < (width + height) * 2 * 2 * 0.75) faint.push(`${name}: ${clear} pixels`);
    });
    expect(faint).toEqual([]);
  });
}
