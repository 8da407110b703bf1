import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { watchLayoutShifts } from '../support/layout-shift.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { TEST_ALL } from '../support/test-all.ts';

test('all fonts together stay within their bytes', () => {
  const fonts = readdirSync('dist/_astro').filter((name) => name.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, name) => sum + statSync(join('dist/_astro', name)).size, 0)).toBeLessThanOrEqual(
    45_000,
  );
});

test('the fonts have every character that a page shows', () => {
  const known = new Set(readFileSync('src/assets/fonts/characters.txt', 'utf8'));
  // What shows nothing needs no glyph: line feeds and the joiner that keeps a receipt with its sentence.
  for (const invisible of ['\n', '\u2060']) known.add(invisible);
  const missing = new Set<string>();
  for (const page of builtPages()) {
    for (const character of documentOf(page).querySelector('body')?.textContent ?? '') {
      if (!known.has(character)) missing.add(`${character} on ${page.path}`);
    }
  }
  expect([...missing]).toEqual([]);
});

for (const [width, path] of [
  [390, './'],
  [390, 'lessons/nadella-at-microsoft/'],
  [390, 'lessons/why-both/'],
  [1440, 'lessons/architect-and-contractor/'],
  [1440, 'compare/in-practice/'],
  [1440, 'search/?q=boss'],
] as const) {
  if (!TEST_ALL && (path === './' || path.startsWith('lessons/n'))) continue;
  test(`nothing moves when the fonts come late: ${path} at ${width} pixels`, async ({ page }) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/*.woff2', async (route) => {
      await held;
      await route.continue();
    });
    const moves = await watchLayoutShifts(page);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    release();
    await page.waitForLoadState('networkidle');
    expect(await moves()).toEqual([]);
  });
}

test('the header takes the same lines in a wider or narrower face, at every width', async ({ page }) => {
  await page.goto('about/');
  const wraps: string[] = [];
  for (const width of [320, 345, 360, 375, 384, 390, 400, 412, 430, 640, 820, 1024, 1152]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await page.locator('.site-header').evaluate((header: HTMLElement) =>
      ['', 'font-family: Arial', 'word-spacing: 0.5em'].map((style) => {
        header.style.cssText = style;
        return header.offsetHeight;
      }),
    );
    if (new Set(heights).size > 1) wraps.push(`${width}: ${heights.join()}`);
  }
  expect(wraps).toEqual([]);
});

/** Milliseconds of a round trip, and whether the first paint waits for the fonts. */
for (const [latency, waits] of [
  [0, true],
  [300, false],
] as const) {
  test(`the first paint ${waits ? 'asks for' : 'is not held up by'} the fonts with a round trip of ${latency} ms`, async ({
    page,
  }) => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.goto('about/');
    const preloaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .some(
          (entry) =>
            entry.name.endsWith('.woff2') &&
            entry instanceof PerformanceResourceTiming &&
            entry.initiatorType === 'link',
        ),
    );
    expect(preloaded).toBe(waits);
  });
}
