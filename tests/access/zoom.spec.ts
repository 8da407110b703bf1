import { expect, test, type Page } from '@playwright/test';
import { layOver } from './own-sheet.ts';
import { EACH_PAGE, PAGES } from './pages.ts';
import { cutTexts, overlappingTexts, sidewaysScroll, visibleTexts } from './text.ts';

/** A window of 1280 by 1024 pixels at 400%, the measure of WCAG 2.2, 1.4.10. */
const AT_400_PERCENT = { width: 320, height: 256 };

/** The spacing of WCAG 2.2, 1.4.12, as somebody's own style sheet would set it. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** What is wrong with the page as it stands. */
const problems = async (page: Page): Promise<string[]> => {
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} pixels`] : []),
    ...(await cutTexts(page)),
    ...(await overlappingTexts(page)).map((pair) => `over each other: ${pair}`),
  ];
};

/** States that script brings about: the page, and what to do there. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'search open': async (page) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('uncertinty');
    await expect(page.getByRole('status')).toHaveText(/results? for “uncertainty”\.$/);
  },
  'a table’s tools open': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await expect(page.getByRole('group', { name: 'Rows about' })).toBeVisible();
  },
  'a side covered': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('group', { name: 'Cover and recall' }).getByLabel('Managing').check();
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
    await page.goto(`${PAGES.table}?focus=leading`);
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

/** Ways of seeing in which nothing may be lost. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  'at 400% zoom': (page) => page.setViewportSize(AT_400_PERCENT),
  'with text spaced out, on a desk': async (page) => {
    await layOver(page, SPACING);
  },
  'with text spaced out, on a phone': async (page) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await layOver(page, SPACING);
  },
  'with letters at 200%': async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await session.detach();
    await expect(page.locator('html')).toHaveCSS('font-size', '32px');
  },
};

test.use({ viewport: { width: 1280, height: 1024 } });

for (const [name, path] of EACH_PAGE) {
  test(`${name}: nothing is lost at 400% zoom, with text spaced out or at 200%`, async ({ page }) => {
    test.setTimeout(60_000);
    const found: string[] = [];
    for (const [view, look] of Object.entries(VIEWS)) {
      await page.setViewportSize({ width: 1280, height: 1024 });
      await page.goto(path, { waitUntil: 'networkidle' });
      const before = await visibleTexts(page);
      await look(page);
      const after = new Set(await visibleTexts(page));
      found.push(
        ...before.filter((text) => !after.has(text)).map((text) => `${view}: lost: ${text}`),
        ...(await problems(page)).map((problem) => `${view}: ${problem}`),
      );
    }
    expect(found).toEqual([]);
  });
}

for (const [name, bring] of Object.entries(STATES)) {
  test(`${name}: nothing is lost at 400% zoom, with text spaced out or at 200%`, async ({ page }) => {
    test.setTimeout(60_000);
    const found: string[] = [];
    for (const [view, look] of Object.entries(VIEWS)) {
      await page.setViewportSize({ width: 1280, height: 1024 });
      await bring(page);
      await look(page);
      found.push(...(await problems(page)).map((problem) => `${view}: ${problem}`));
    }
    expect(found).toEqual([]);
  });
}
