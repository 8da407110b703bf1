import { expect, type Page } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { layOver } from './own-sheet.ts';
import { cutTexts, overlappingTexts, sidewaysScroll } from './text.ts';

/** A window of 1280 by 1024 pixels at 400% zoom (WCAG 2.2, 1.4.10). */
const AT_400_PERCENT = { width: 320, height: 256 };

/** The text spacing of WCAG 2.2, 1.4.12, as in a reader's own style sheet. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** The problems of the page in its current state. */
const problems = async (page: Page): Promise<string[]> => {
  // A bar that stays in view is over what scrolls below it, wherever a script or the change of view has scrolled to.
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  // A part that is not laid out until it is near has a height of its own, and texts without places.
  const back = await layOver(page, '* { content-visibility: visible !important }');
  const sideways = await sidewaysScroll(page);
  const found = [
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} pixels`] : []),
    ...(await cutTexts(page)),
    ...(await overlappingTexts(page)).map((pair) => `over each other: ${pair}`),
  ];
  await back();
  return found;
};

const WINDOW = { width: 1280, height: 1024 };

export const LOOKS = ['phone', 'desktop'] as const;

/** Makes the window that of a look. */
export async function resize(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await page.setViewportSize(look === 'phone' ? { width: 390, height: 844 } : WINDOW);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: look === 'phone' });
  await session.detach();
}

/** Views in which nothing may be lost; each returns a function that ends it. */
const VIEWS: Record<string, (page: Page) => Promise<() => Promise<void>>> = {
  'at 400% zoom': (page) => inWindow(page, AT_400_PERCENT),
  'with text spacing, on a desktop': (page) => layOver(page, SPACING),
  'with text spacing, on a phone': async (page) => {
    const narrow = await inWindow(page, { width: 390, height: 800 });
    const spaced = await layOver(page, SPACING);
    return async () => {
      await spaced();
      await narrow();
    };
  },
  'with text at 200%': async (page) => {
    await letters(page, 200);
    return () => letters(page, 100);
  },
};

async function inWindow(page: Page, size: typeof WINDOW): Promise<() => Promise<void>> {
  await page.setViewportSize(size);
  return () => page.setViewportSize(WINDOW);
}

/** Sets the text size in the browser's settings. */
async function letters(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const standard = (16 * percent) / 100;
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: (13 * percent) / 100 } });
  await session.detach();
  await expect(page.locator('html')).toHaveCSS('font-size', `${standard}px`);
}

/**
 * The problems in two views, and in all of them with `npm run test:all`; `more` returns further ones in each.
 * @param turn number of the page or state among its like: each takes the two views that the one before did not
 */
export async function problemsInViews(
  page: Page,
  turn: number,
  more: () => Promise<string[]> = () => Promise.resolve([]),
): Promise<string[]> {
  const found: string[] = [];
  for (const [index, [name, look]] of Object.entries(VIEWS).entries()) {
    if (index % 2 !== turn % 2 && !TEST_ALL) continue;
    const end = await look(page);
    found.push(...[...(await more()), ...(await problems(page))].map((problem) => `${name}: ${problem}`));
    await end();
  }
  return found;
}
