import { expect, test, type Page } from '@playwright/test';
import { layOver } from './own-sheet.ts';
import { EACH_PAGE } from './pages.ts';
import { difference } from './pixels.ts';
import { oneOfEachLook, tabbable, tabThrough, type Stop } from './tab-stops.ts';

/** Whether the next stop is visually before the last one: above, or left on the same line. A new column may start at its top. */
function goesBack({ at: from, drawn }: Stop, { at: to, drawn: drawnToo }: Stop): boolean {
  if (drawn && drawnToo) return false;
  const above = to.bottom <= from.top + 2;
  const sameLine = to.top < from.bottom - 4 && to.bottom > from.top + 4;
  return (above && to.left < from.right) || (sameLine && to.right <= from.left);
}

/** The problems of the stops of a page, one line each. */
function problemsOf(stops: readonly Stop[], expected: readonly { order: number; name: string }[]): string[] {
  const inText = stops.filter(({ beside }) => !beside);
  const reached = new Set(stops.map(({ order }) => order));
  return [
    ...expected.filter(({ order }) => !reached.has(order)).map(({ name }) => `never reached: ${name}`),
    ...stops.filter(({ seen }) => !seen).map(({ name }) => `out of sight: ${name}`),
    ...stops
      .filter(({ outline, contrast }) => outline < 2 || contrast < 3)
      .map(
        ({ name, outline, contrast }) =>
          `no clear outline (${outline} px, ${contrast.toFixed(1)}:1): ${name}`,
      ),
    ...inText.flatMap((stop, index) => {
      const last = inText[index - 1];
      return last !== undefined && goesBack(last, stop)
        ? [`the eye goes back: ${last.name} -> ${stop.name}`]
        : [];
    }),
  ];
}

interface AXNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

/** Roles of focusable elements without a name in the browser's accessibility tree. */
async function namelessFocusables(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  const focusable = nodes.filter(
    ({ ignored, role, properties }) =>
      !ignored &&
      role?.value !== 'RootWebArea' &&
      properties?.some(({ name, value }) => name === 'focusable' && value.value === true),
  );
  expect(focusable.length, 'the tree has what takes the focus').toBeGreaterThan(0);
  return focusable
    .filter(({ name }) => (name?.value ?? '').trim() === '')
    .map(({ role }) => `without a name: ${role?.value ?? 'no role'}`);
}

for (const width of [1280, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const [name, path] of EACH_PAGE) {
      test(`${name}: Tab reaches everything in visual order, visible, with name and outline`, async ({
        page,
      }) => {
        test.setTimeout(90_000);
        await page.goto(path, { waitUntil: 'networkidle' });
        // Starts at the top of the page, because the search page may have focused its field.
        const expected = await tabbable(page);
        const stops = await tabThrough(page);
        expect([...problemsOf(stops, expected), ...(await namelessFocusables(page))]).toEqual([]);
        await expect(page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])')).toHaveCount(0);
      });
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
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
