import { expect, test, type Page } from '@playwright/test';
import { EACH_PAGE, PAGES } from './pages.ts';

/** Minimum size of a target, in CSS pixels (WCAG 2.2, 2.5.8). */
const SMALLEST = 24;

/**
 * Targets that are too small: under 24 by 24 pixels, not in a line of text, and with another target inside a circle of 24
 * pixels around their center.
 */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((smallest) => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    /** The area that a finger can hit: the element and its label. */
    const areaOf = (element: Element): DOMRect =>
      (element.closest('label') ?? element).getBoundingClientRect();
    const targets = [...root.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // Not elements that are only visible while focused.
      .filter((element) => !element.matches('.skip'))
      .map((element) => ({ element, box: areaOf(element), small: false }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    for (const target of targets)
      target.small = target.box.width < smallest - 0.5 || target.box.height < smallest - 0.5;

    /** Whether the line height of the surrounding text determines its size. */
    const inText = (element: Element): boolean => {
      if (!getComputedStyle(element).display.startsWith('inline')) return false;
      let block = element.parentElement;
      while (block !== null && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement;
      if (block === null) return false;
      const copy = block.cloneNode(true) as Element;
      for (const other of copy.querySelectorAll('a, button, input, summary, [popover]')) other.remove();
      return /[\p{L}\p{N}]/u.test(copy.textContent ?? '');
    };
    /** Distance of a point from a box. */
    const away = (x: number, y: number, box: DOMRect): number =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

    return targets.flatMap(({ element, box, small }) => {
      if (!small || inText(element)) return [];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const near = targets.find((other) => {
        if (other.element === element || element.contains(other.element) || other.element.contains(element))
          return false;
        const reach = other.small
          ? Math.hypot(x - other.box.left - other.box.width / 2, y - other.box.top - other.box.height / 2) -
            smallest / 2
          : away(x, y, other.box);
        return reach < smallest / 2 - 0.5;
      });
      if (near === undefined) return [];
      const name = (it: Element): string =>
        `${it.localName} "${(it.getAttribute('aria-label') ?? it.textContent ?? '').trim().slice(0, 40)}"`;
      return [
        `${name(element)}: ${box.width.toFixed(0)} by ${box.height.toFixed(0)}, near ${name(near.element)}`,
      ];
    });
  }, SMALLEST);

/** Interactive states: the actions that lead to them. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'search open with results': async (page) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('uncertinty');
    await expect(page.getByRole('status')).toHaveText(/results? for “uncertainty”\.$/);
  },
  'search without results': async (page) => {
    await page.goto('search/?q=zzzzqqqq');
    await expect(page.getByText('Nothing found')).toBeVisible();
  },
  'tools open': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('group', { name: 'Cover' }).getByRole('button', { name: 'Managing' }).click();
    await expect(page.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
  },
  'Which is it? open': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('button', { name: 'Which is it?' }).click();
    await expect(page.locator('form.quiz')).toBeVisible();
  },
  'embed code open': async (page) => {
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
  'progress to resume': async (page) => {
    await page.goto(PAGES.lesson);
    await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
    await page.goto(PAGES.lessons);
  },
};

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('every target is large enough, on one page of each kind', async ({ page }) => {
  test.setTimeout(60_000);
  for (const [name, path] of EACH_PAGE) {
    await page.goto(path);
    expect.soft(await smallTargets(page), name).toEqual([]);
  }
});

for (const [name, bring] of Object.entries(STATES)) {
  test(`every target is large enough, with ${name}`, async ({ page }) => {
    await bring(page);
    expect(await smallTargets(page)).toEqual([]);
  });
}
