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

test('any paragraph can be linked: select it, copy its link, and it leads there', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('lessons/why-both/');
  const copy = page.getByRole('button', { name: 'Copy link to this passage' });
  await expect(copy).toBeHidden();
  await page.getByText('The first team never misses a date.').selectText();
  await copy.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${baseURL}lessons/why-both/#flawless-but-uninspired:~:text=The%20first%20team`);
  await page.goto('about/');
  await page.goto(copied);
  await expect(page.locator('#flawless-but-uninspired')).toBeInViewport();
});
