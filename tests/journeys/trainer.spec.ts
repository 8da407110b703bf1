import { expect, test } from '@playwright/test';

test('a heading link copies its lasting address and says so @base', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('lessons/why-both/');
  await page.locator('h2 .anchor').first().click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${baseURL}lessons/why-both/#[a-z-]+$`));
  await page.goto(copied);
  await expect(page.locator(':target')).toBeVisible();
});

test('a lesson can be cited', async ({ page, request }) => {
  await page.goto('lessons/why-both/');
  await expect(page.getByText(/Cite: Blueprint & Build\. \(2026/)).toBeVisible();
  expect(await (await request.get('lessons/why-both/cite.bib')).text()).toContain('@misc');
  expect(await (await request.get('lessons/why-both/cite.ris')).text()).toContain('TY  - ');
});

test('a printed lesson hides the furniture', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('lessons/why-both/');
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByRole('table').first()).toBeVisible();
});
