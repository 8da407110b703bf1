import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any page has places to stop at; past it, a place is out of the keyboard's reach. */
const FAR = 800;
/** Presses sent at once, because waiting for each takes longer than the page does. */
const BATCH = 20;

/** Sends Tab a number of times: real key events, all on their way before the first is answered. */
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

/** Presses Tab until a place has the focus, as somebody without a mouse would; fails when it never has. */
async function tab(page: Page, target: Locator, back: boolean): Promise<void> {
  await expect(target).toHaveCount(1);
  // Whoever has arrived stops pressing: presses that are still on their way do nothing.
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

/** Goes forward to a place. */
export const tabTo = (page: Page, target: Locator): Promise<void> => tab(page, target, false);

/** Goes back to a place. */
export const tabBackTo = (page: Page, target: Locator): Promise<void> => tab(page, target, true);

/** Goes down among radios to the one wanted. */
export async function arrowTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let presses = 0; presses < BATCH; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`ArrowDown never reaches ${target.toString()}.`);
}

/** Where a part of a page says what happened. */
export const status = (place: Page | Locator): Locator => place.getByRole('status');

export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
