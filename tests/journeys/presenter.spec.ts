import { expect, test, type Page } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { axeProblems } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { deckFor } from '../fixtures/decks.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { word } from '../support/words.ts';

const DECK = 'trainers/how-they-differ/present/';
const lesson = realCourse().lessons.find(({ id }) => id === 'how-they-differ');
if (lesson === undefined) throw new Error('The lesson is there.');
const { slides } = deckFor(lesson);

const shown = (page: Page) => page.locator('.slide-item:visible');
const status = (page: Page) => page.getByRole('status').filter({ hasText: /^Slide \d+ of \d+/ });
const name = (text: string) => ({ name: text, exact: true });

test('a trainer shows the slides by the keyboard, one at a time, from the guide @engines @smoke', async ({
  page,
}) => {
  await page.goto('trainers/how-they-differ/');
  await page.getByRole('link', name('Show the slides')).click();
  await expect(page).toHaveURL(/\/present\/$/);
  await expect(shown(page)).toHaveCount(1);
  await expect(status(page)).toHaveText(`Slide 1 of ${slides.length}: ${lesson.title}`);
  const keys: [key: string, at: number][] = [
    ['ArrowRight', 1],
    ['PageDown', 2],
    ['ArrowLeft', 1],
    ['PageUp', 0],
    ['ArrowLeft', 0],
    ['End', slides.length - 1],
    ['ArrowRight', slides.length - 1],
    ['Home', 0],
  ];
  for (const [key, at] of keys) {
    await page.keyboard.press(key);
    await expect(status(page)).toContainText(`Slide ${at + 1} of`);
    await expect(shown(page).getByRole('heading', { level: 2 })).toHaveText(slides[at]?.title ?? '');
  }
  // A letter does nothing, for people who speak to their computer.
  for (const letter of ['n', 'p', 'f', 'b']) await page.keyboard.press(letter);
  await expect(status(page)).toContainText('Slide 1 of');
});

test('the buttons do the same, and keep the focus', async ({ page }) => {
  await page.goto(DECK);
  const next = page.getByRole('button', name('Next slide'));
  await next.click();
  await next.press('Enter');
  await expect(status(page)).toContainText('Slide 3 of');
  await expect(next).toBeFocused();
  await page.getByRole('button', name('Previous slide')).click();
  await expect(status(page)).toContainText('Slide 2 of');
});

test('keys in the search box change no slide behind it', async ({ page }) => {
  await page.goto(DECK);
  await page.keyboard.press('Control+k');
  await page.getByRole('button', name('Close')).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(status(page)).toContainText('Slide 1 of');
});

test('the address names the slide, and leads back to it', async ({ page }) => {
  await page.goto(`${DECK}#table-in-practice`);
  await expect(shown(page).getByRole('table')).toContainText(
    word('comparisons/in-practice.yaml', 'time-horizon', 'dimension'),
  );
  await page.keyboard.press('ArrowRight');
  const next = slides[slides.findIndex(({ id }) => id === 'table-in-practice') + 1];
  await expect(page).toHaveURL(new RegExp(`#${next?.id ?? ''}$`));
  await page.reload();
  await expect(shown(page).getByRole('heading', { level: 2 })).toHaveText(next?.title ?? '');
  await page.goBack();
  await expect(page).not.toHaveURL(/present/);
});

test('an address with a broken escape shows the first slide, and breaks nothing', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${DECK}#%E0%A4%A`);
  await expect(shown(page)).toHaveCount(1);
  await expect(status(page)).toContainText('Slide 1 of');
  await page.getByRole('button', name('Next slide')).click();
  await expect(status(page)).toContainText('Slide 2 of');
  await page.evaluate(() => {
    location.hash = '#%E0%A4%A';
  });
  await page.keyboard.press('ArrowRight');
  await expect(status(page)).toContainText('Slide 3 of');
  expect(faults).toEqual([]);
});

test('the notes say what to do, and can be put away', async ({ page }) => {
  await page.goto(`${DECK}#block-try-or-follow`);
  await expect(shown(page)).toContainText('Answers to expect');
  await expect(shown(page)).toContainText('3 to 9 minutes');
  const notes = page.getByRole('button', name('Notes'));
  await expect(notes).toHaveAttribute('aria-pressed', 'true');
  await notes.click();
  await expect(notes).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByText('Answers to expect').locator('visible=true')).toHaveCount(0);
});

test('Escape puts all slides on the page, where the keys scroll, and brings the one back', async ({
  page,
}) => {
  await page.goto(DECK);
  await page.keyboard.press('Escape');
  await expect(shown(page)).toHaveCount(slides.length);
  await expect(page.getByRole('button', name('One slide at a time'))).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.keyboard.press('ArrowRight');
  await expect(status(page)).toContainText('Slide 1 of');
  await page.keyboard.press('Escape');
  await expect(shown(page)).toHaveCount(1);
});

test('the clock runs against the minutes of the guide', async ({ page }) => {
  await page.clock.install();
  await page.goto(`${DECK}#block-open`);
  const time = page.getByRole('timer');
  await expect(time).toHaveText('0:00');
  await page.getByRole('button', name('Start the clock')).click();
  await page.clock.runFor('01:05');
  await expect(time).toHaveText('1:05');
  await expect(page.getByText('in time for the short session')).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(page.getByText('in time for the long session')).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(page.getByText('past the time of this block')).toBeVisible();
  await page.getByRole('button', name('Stop the clock')).click();
  await page.clock.fastForward('05:00');
  await expect(time).toHaveText('5:05');
  await page.getByRole('button', name('Set to zero')).click();
  await expect(time).toHaveText('0:00');
  // A running clock starts again.
  await page.getByRole('button', name('Start the clock')).click();
  await page.clock.runFor('00:30');
  await page.getByRole('button', name('Set to zero')).click();
  await page.clock.runFor('00:02');
  await expect(time).toHaveText('0:02');
});

test('a window for the room shows the slide alone, and stays in step both ways @engines', async ({
  page,
  context,
}) => {
  await page.goto(`${DECK}#objectives`);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: /^Open the slides for the room/ }).click();
  const room = await opening;
  await expect(room).toHaveURL(/\?room#objectives$/);
  await expect(shown(room).getByRole('heading', { level: 2 })).toHaveText(slides[1]?.title ?? '');
  await expect(room.locator('.slide-notes').locator('visible=true')).toHaveCount(0);
  await expect(room.getByRole('banner')).toBeHidden();
  await page.keyboard.press('End');
  await expect(shown(room).getByRole('img', { name: /^QR code of/ })).toBeVisible();
  await room.keyboard.press('Home');
  await expect(status(page)).toContainText('Slide 1 of');
  // What something else on this address says is no slide.
  await room.evaluate((path) => {
    const channel = new BroadcastChannel(`slides of ${path}`);
    for (const message of ['nowhere', { slide: 'last' }, 3, null]) channel.postMessage(message);
    channel.postMessage('objectives');
  }, new URL(page.url()).pathname);
  await expect(status(page)).toContainText('Slide 2 of');
  expect(await axeProblems(room)).toEqual([]);
});

test('the slides fill the screen, and keep their keys there', async ({ page }) => {
  await page.goto(DECK);
  await page.getByRole('button', name('Full screen')).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('slide-deck');
  await page.keyboard.press('ArrowRight');
  await expect(shown(page).getByRole('heading', { level: 2 })).toHaveText(slides[1]?.title ?? '');
  await expect(page.locator('.slide-notes').locator('visible=true')).toHaveCount(0);
});

test('without a script the page reads from the first slide to the last, with the notes', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(DECK);
  await expect(shown(page)).toHaveCount(slides.length);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('#block-try-or-follow')).toContainText('Answers to expect');
  await expect(page.locator('.slide-item').last().getByRole('link')).toHaveText(/^blueprint\.example\/go\//);
});

for (const [index, scheme] of (['light', 'dark'] as const).entries())
  for (const width of TEST_ALL ? [320, 1440] : [[320, 1440][index] ?? 320])
    test(`every kind of slide fits and has no axe problem, ${scheme}, ${width} pixels wide`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      const kinds = new Map(slides.map(({ kind, id }) => [kind, id]));
      await page.goto(DECK);
      for (const id of kinds.values()) {
        await page.evaluate((fragment) => {
          location.hash = fragment;
        }, id);
        await expect(shown(page)).toHaveAttribute('id', id);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await axeProblems(page), id).toEqual([]);
      }
    });
