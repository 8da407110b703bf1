import { expect, test, type Locator, type Page } from '@playwright/test';

/** What is to be heard, by its file in said/: the page, and how it is brought into the state and found. */
export type Heard = Record<string, [path: string, bring: (page: Page) => Promise<Locator>]>;

/** A test for each case: what the browser tells a screen reader is what the file has. */
export function eachIsSaid(cases: Heard): void {
  for (const [name, [path, bring]] of Object.entries(cases)) {
    test(`${name} is said as it was left`, async ({ page }) => {
      await page.goto(path);
      await expect(await bring(page)).toMatchAriaSnapshot({ name: `${name}.yml` });
    });
  }
}
