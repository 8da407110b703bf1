import { expect, test, type Locator, type Page } from '@playwright/test';

/**
 * Cases by the name of their file in aria-snapshots/: the page, and a function that returns the part. It returns a promise
 * if it changes the page first.
 */
export type AriaSnapshotCases = Record<
  string,
  [path: string, bring: (page: Page) => Locator | Promise<Locator>]
>;

/** Defines a test for each page: the accessibility tree of each part matches its file. */
export function testAriaSnapshots(cases: AriaSnapshotCases): void {
  for (const [path, group] of Map.groupBy(Object.entries(cases), ([, [path]]) => path))
    test(`parts of ${path || 'the home page'} match their ARIA snapshots`, async ({ page }) => {
      let isChanged = false;
      await page.goto(path);
      for (const [name, [, bring]] of group) {
        if (isChanged) {
          await page.evaluate(() => {
            localStorage.clear();
          });
          await page.goto(path);
        }
        const part = bring(page);
        await expect.soft(await part, name).toMatchAriaSnapshot({ name: `${name}.yml` });
        isChanged = part instanceof Promise;
      }
    });
}
