import { expect, test, type Locator, type Page } from '@playwright/test';
import { contrast } from '../../src/figures/palette.ts';
import { PAGES } from './pages.ts';
import { difference } from './pixels.ts';
import { LEADING } from '../support/words.ts';

// Windows' contrast themes remove every color, shadow and background. The state of controls must still be visible.

test.use({ contextOptions: { forcedColors: 'active' } });

/** An element whose appearance must change: its locator, and the action that changes it. */
interface Change {
  path: string;
  place: (page: Page) => Locator;
  /** Prepares the page before the first screenshot. */
  before?: (page: Page) => Promise<unknown>;
  act: (page: Page) => Promise<unknown>;
}

const side = (page: Page, group: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('button', { name: LEADING });
const CELL = '#time-horizon td[data-side=leading]';
const current = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    element.removeAttribute('aria-current');
  });
const firstQuestion = (page: Page) => page.locator('check-question[data-kind=single]').first();

const CHANGES: Record<string, Change> = {
  'a pressed button': {
    path: PAGES.table,
    place: (page) => side(page, 'Focus'),
    act: (page) => side(page, 'Focus').click(),
  },
  'a chosen radio button': {
    path: PAGES.table,
    before: (page) => page.getByRole('button', { name: 'More' }).click(),
    place: (page) => page.locator('.table-tools label').nth(1),
    act: (page) => page.locator('.table-tools label').nth(1).getByRole('radio').check(),
  },
  'a checked checkbox': {
    path: PAGES.about,
    before: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    place: (page) => page.getByText('Open search with the / key'),
    act: (page) => page.getByLabel('Open search with the / key').uncheck(),
  },
  'a side in focus': {
    path: PAGES.table,
    place: (page) => page.locator(CELL),
    // A side stands out only when the style sheet of the tools has come.
    act: async (page) => {
      await side(page, 'Focus').click();
      await expect(page.locator(`${CELL}.focused`)).toBeVisible();
    },
  },
  'a covered cell': {
    path: PAGES.table,
    place: (page) => page.locator(CELL),
    act: async (page) => {
      await side(page, 'Cover').click();
      await expect(page.locator(CELL).getByRole('button')).toBeVisible();
    },
  },
  'the current page in the menu': {
    path: PAGES.lessons,
    place: (page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }),
    act: (page) => current(page, '.site-header [aria-current]'),
  },
  'the current section in the table of contents': {
    path: `${PAGES.lesson}#side-by-side`,
    before: (page) => expect(page.locator('.toc [aria-current]')).toHaveCount(1),
    place: (page) => page.locator('.toc li').nth(2),
    act: (page) => current(page, '.toc [aria-current]'),
  },
  'the chosen answer': {
    path: PAGES.lesson,
    before: async (page) => {
      await firstQuestion(page).getByRole('radio').first().check();
      await firstQuestion(page).getByRole('button', { name: 'Check' }).click();
    },
    place: (page) => firstQuestion(page).locator('.answers li').first(),
    act: (page) =>
      firstQuestion(page)
        .locator('[data-chosen]')
        .evaluate((item) => {
          item.removeAttribute('data-chosen');
        }),
  },
  'a focus ring': {
    path: PAGES.about,
    place: (page) => page.getByRole('button', { name: /^Theme/ }),
    act: async (page) => {
      await page.keyboard.press('Shift');
      await page.getByRole('button', { name: /^Theme/ }).focus();
    },
  },
};

test('the state of each control is visible', async ({ page }) => {
  for (const [name, { path, place, before, act }] of Object.entries(CHANGES)) {
    await page.goto(path);
    await before?.(page);
    const box = await place(page).boundingBox();
    if (box === null) throw new Error(`${name} is not on the page.`);
    // Somewhat larger than the element, for outlines; the element may change its size with its state.
    const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
    const without = await page.screenshot({ clip });
    await act(page);
    const { clear } = await difference(page, without, await page.screenshot({ clip }));
    expect.soft(clear, name).toBeGreaterThan(30);
  }
});

test('right and wrong are shown as words, not only as colors', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const answers = page.locator('check-question .answers li');
  for (const item of await answers.all()) await expect(item).toHaveText(/^\s*\S+.*(:|\.|\?)/);
  await page.goto(PAGES.table);
  await page.getByRole('button', { name: 'Which is it?' }).click();
  await expect(page.locator('form.quiz fieldset')).toHaveCount(8);
  for (const radio of await page.locator('form.quiz').getByRole('radio', { name: LEADING }).all())
    await radio.check();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    page.locator('form.quiz fieldset p').filter({ hasText: /^(✓ Right|✗ Not quite): / }),
  ).toHaveCount(8);
});

/** Texts in drawings whose contrast with the canvas is below 4.5:1. */
async function faintDrawnText(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('svg.drawing text')].map((text) => {
      let ground = 'rgba(0, 0, 0, 0)';
      for (let at = text.closest('svg') as Element | null; at !== null; at = at.parentElement) {
        ground = getComputedStyle(at).backgroundColor;
        if (ground !== 'rgba(0, 0, 0, 0)') break;
      }
      return { words: text.textContent, fill: getComputedStyle(text).fill, ground };
    }),
  );
  return texts
    .map(({ words, fill, ground }) => ({ words, ratio: contrast(fill, ground) }))
    .flatMap(({ words, ratio }) => (ratio < 4.5 ? [`${words} (${ratio.toFixed(1)}:1)`] : []));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`drawings are legible, and popovers, dialogs and buttons have a border, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [PAGES.home, PAGES.figure, PAGES['figure index'], PAGES['case study']]) {
      await page.goto(path);
      expect(await faintDrawnText(page), path).toEqual([]);
    }
    await page.locator('button.receipt').first().click();
    for (const selector of ['button.receipt', '.site-tools .button'])
      await expect(page.locator(selector).first(), selector).toHaveCSS('border-top-style', 'solid');
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`a reader’s choice of the ${theme} theme does not override the contrast theme`, async ({ page }) => {
    await page.addInitScript((value) => {
      localStorage.setItem('bb:theme', value);
    }, theme);
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await page.goto(PAGES.figure);
    expect(await faintDrawnText(page)).toEqual([]);
  });
}
