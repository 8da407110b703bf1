import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any page has places to stop at; past it, a place is out of the keyboard's reach. */
const FAR = 400;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Presses a key until a place has the focus, as somebody without a mouse would; fails when it never has. */
async function pressUntil(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target.toString()}.`);
}

/** Goes forward to a place. */
export const tabTo = (page: Page, target: Locator): Promise<void> => pressUntil(page, 'Tab', target);

/** Goes back to a place. */
export const tabBackTo = (page: Page, target: Locator): Promise<void> =>
  pressUntil(page, 'Shift+Tab', target);

/** Goes on among radios with an arrow key, to the one wanted. */
export const arrowTo = (page: Page, target: Locator): Promise<void> => pressUntil(page, 'ArrowDown', target);
