import { expect, type Locator, type Page } from '@playwright/test';

/** More key presses than any page has stops. */
const FAR = 800;
/** Number of presses to send at once, because waiting for each takes longer than the page. */
const BATCH = 20;

/** Sends Tab a number of times as real key events, without waiting for each. */
export async function pressTab(page: Page, times: number, back = false): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: back ? 8 : 0 };
  await Promise.all(
    Array.from({ length: times }, () =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    ),
  );
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
}

/** Presses Tab until an element is focused; fails if it is never reached. */
async function tab(page: Page, target: Locator, back: boolean): Promise<void> {
  await expect(target).toHaveCount(1);
  // Ignores the remaining presses once the element is focused.
  const stopThere = await target.evaluateHandle((element) => {
    const listener = (event: KeyboardEvent): void => {
      if (document.activeElement !== element || event.key !== 'Tab') return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', listener, true);
    return () => {
      removeEventListener('keydown', listener, true);
    };
  });
  const arrived = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < FAR && !(await arrived()); presses += BATCH)
    await pressTab(page, BATCH, back);
  expect(await arrived(), `Tab reaches ${target.toString()}`).toBe(true);
  await stopThere.evaluate((stop) => {
    stop();
  });
}

/** Moves the focus forward to an element. */
export const tabTo = (page: Page, target: Locator): Promise<void> => tab(page, target, false);

/** Moves the focus back to an element. */
export const tabBackTo = (page: Page, target: Locator): Promise<void> => tab(page, target, true);

/** Moves down in a group of radio buttons to the given one. */
export async function arrowTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let presses = 0; presses < BATCH; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`ArrowDown never reaches ${target.toString()}.`);
}

/** The status message of a part of a page. */
export const status = (place: Page | Locator): Locator => place.getByRole('status');

export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
