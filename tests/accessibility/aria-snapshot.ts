import { expect, test, type Locator, type Page } from '@playwright/test';

/** Cases by the name of their file in aria-snapshots/: the page, and a function that sets the state and returns the part. */
export type AriaSnapshotCases = Record<string, [path: string, bring: (page: Page) => Promise<Locator>]>;

/** Defines a test for each case: the accessibility tree of the part matches its file. */
export function testAriaSnapshots(cases: AriaSnapshotCases): void {
  for (const [name, [path, bring]] of Object.entries(cases)) {
    test(`${name} matches its ARIA snapshot`, async ({ page }) => {
      await page.goto(path);
      await expect(await bring(page)).toMatchAriaSnapshot({ name: `${name}.yml` });
    });
  }
}
