import { expect, test, type Page } from '@playwright/test';
import { EACH_PAGE, PAGES } from './pages.ts';

/** Maximum duration of automatic motion, in seconds (WCAG 2.2, 2.2.2). */
const LONGEST = 5;

/** All animations, transitions and smooth scrolling on the page, with their seconds. `scroll` marks scroll-driven ones. */
const moving = (page: Page): Promise<{ what: string; seconds: number; scroll: boolean }[]> =>
  page.evaluate(() => {
    const seconds = (list: string): number =>
      Math.max(...list.split(',').map((time) => Number.parseFloat(time)));
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const what = `${element.localName}.${element.getAttribute('class') ?? ''}${pseudo ?? ''}`;
        const animated = style.animationName !== 'none';
        const times = style.animationIterationCount === 'infinite' ? Infinity : 1;
        const scroll = animated && style.animationTimeline !== 'auto';
        return [
          ...(animated
            ? [{ what, seconds: scroll ? 0 : seconds(style.animationDuration) * times, scroll }]
            : []),
          ...(seconds(style.transitionDuration) > 0
            ? [{ what, seconds: seconds(style.transitionDuration), scroll: false }]
            : []),
          ...(style.scrollBehavior === 'smooth' ? [{ what, seconds: 1, scroll: false }] : []),
        ];
      }),
    );
  });

/** Opens parts that scripts add, to load their style sheets. */
async function openEverything(page: Page): Promise<void> {
  await page.goto(`${PAGES.table}?focus=leading`);
  await page.getByRole('button', { name: 'Which is it?' }).click();
  await expect(page.locator('form.quiz')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('boss');
  await expect(page.getByRole('dialog').locator('h3').first()).toBeVisible();
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves on any kind of page', async ({ page }) => {
    for (const [name, path] of EACH_PAGE) {
      await page.goto(path);
      expect(await moving(page), name).toEqual([]);
    }
    await openEverything(page);
    expect(await moving(page), 'everything open').toEqual([]);
  });
});

test.describe('without reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test(`no automatic motion takes longer than ${LONGEST} seconds`, async ({ page }) => {
    for (const [name, path] of EACH_PAGE) {
      await page.goto(path);
      expect(
        (await moving(page)).filter(({ seconds }) => seconds > LONGEST),
        name,
      ).toEqual([]);
    }
    await openEverything(page);
    expect(
      (await moving(page)).filter(({ seconds }) => seconds > LONGEST),
      'everything open',
    ).toEqual([]);
  });

  test('only the progress line of a lesson moves with the scroll', async ({ page }) => {
    await page.goto(PAGES.lesson);
    expect(await moving(page)).toEqual([{ what: 'div.reading', seconds: 0, scroll: true }]);
  });
});
