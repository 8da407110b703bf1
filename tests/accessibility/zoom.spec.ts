import { expect, test, type Page } from '@playwright/test';
import { layOver } from './own-sheet.ts';
import { EACH_PAGE, PAGES } from './pages.ts';
import { cutTexts, overlappingTexts, sidewaysScroll, visibleTexts } from './text.ts';

/** A window of 1280 by 1024 pixels at 400% zoom (WCAG 2.2, 1.4.10). */
const AT_400_PERCENT = { width: 320, height: 256 };

/** The text spacing of WCAG 2.2, 1.4.12, as in a reader's own style sheet. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** The problems of the page in its current state. */
const problems = async (page: Page): Promise<string[]> => {
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} pixels`] : []),
    ...(await cutTexts(page)),
    ...(await overlappingTexts(page)).map((pair) => `over each other: ${pair}`),
  ];
};

/** Interactive states: the actions that lead to them. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'search open': async (page) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('uncertinty');
    await expect(page.getByRole('status')).toHaveText(/results? for “uncertainty”\.$/);
  },
  'a table’s tools open': async (page) => {
    await page.goto(PAGES.table);
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('group', { name: 'Rows about' })).toBeVisible();
  },
  'a side covered': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('group', { name: 'Cover' }).getByRole('button', { name: 'Managing' }).click();
    await expect(page.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
  },
  'Which is it? answered': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('button', { name: 'Which is it?' }).click();
    await expect(page.locator('form.quiz fieldset')).toHaveCount(8);
    for (const radio of await page.locator('form.quiz').getByRole('radio', { name: 'Leading' }).all())
      await radio.check();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
  },
  'the embed code open': async (page) => {
    await page.goto(PAGES.table);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Embed' }).click();
  },
  'questions answered': async (page) => {
    await page.goto(PAGES.lesson);
    for (const question of await page.locator('check-question:not([data-kind=recall])').all()) {
      for (const input of await question.locator('label:first-of-type input').all()) await input.check();
      await question.getByRole('button', { name: 'Check' }).click();
    }
  },
  'a receipt open': async (page) => {
    await page.goto(PAGES['case study']);
    await page.locator('button.receipt').first().click();
  },
};

const WINDOW = { width: 1280, height: 1024 };

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

/** The problems in all views; `more` returns further ones in each. */
async function problemsInViews(
  page: Page,
  more: () => Promise<string[]> = () => Promise.resolve([]),
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, look] of Object.entries(VIEWS)) {
    const end = await look(page);
    found.push(...[...(await more()), ...(await problems(page))].map((problem) => `${name}: ${problem}`));
    await end();
  }
  return found;
}

test.use({ viewport: WINDOW });

for (const [name, path] of EACH_PAGE) {
  test(`${name}: nothing is lost at 400% zoom, with text spacing or text at 200%`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.getByText('Searching the full text')).toHaveCount(0);
    const before = await visibleTexts(page);
    const lost = async (): Promise<string[]> => {
      const after = new Set(await visibleTexts(page));
      return before.filter((text) => !after.has(text)).map((text) => `lost: ${text}`);
    };
    expect(await problemsInViews(page, lost)).toEqual([]);
  });
}

for (const [name, bring] of Object.entries(STATES)) {
  test(`${name}: nothing is lost at 400% zoom, with text spacing or text at 200%`, async ({ page }) => {
    await bring(page);
    expect(await problemsInViews(page)).toEqual([]);
  });
}
