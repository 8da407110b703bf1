import { expect, test } from '@playwright/test';
import { escapeHtml } from '../../src/utils/escape.ts';
import { SITE_NAME } from '../support/words.ts';

test('a heading link copies its lasting address and says so @base @engines @smoke', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('lessons/why-both/');
  await page.locator('h2 + copy-link .anchor').first().click();
  await expect(page.getByText('Copied the link.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${baseURL}lessons/why-both/#[a-z-]+$`));
  await page.goto(copied);
  await expect(page.locator(':target')).toBeVisible();
});

test('a lesson can be cited @smoke', async ({ page, request }) => {
  await page.goto('lessons/why-both/');
  await expect(page.getByText(`Cite: ${SITE_NAME}. (2026`)).toBeVisible();
  expect(await (await request.get('lessons/why-both/cite.bib')).text()).toContain(
    SITE_NAME.replace('&', '\\&'),
  );
  expect(await (await request.get('lessons/why-both/cite.ris')).text()).toContain('TY  - ');
});

test('a printed lesson hides the furniture @engines', async ({ page, browserName }) => {
  await page.goto('lessons/why-both/');
  await expect(page.locator('.site-header')).toBeVisible();
  if (browserName === 'chromium') await page.emulateMedia({ media: 'print' });
  // Firefox cannot be told to draw for paper (WebDriver BiDi); its print sheet is put on the screen.
  else
    await page.locator('link[media=print]').evaluateAll((links) => {
      for (const link of links) (link as HTMLLinkElement).media = 'all';
    });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByRole('table').first()).toBeVisible();
  // The sheet for paper wins over those of the page.
  await expect(page.locator('main')).toHaveCSS('padding', '0px');
  await expect(page.locator('main')).toHaveCSS('max-width', 'none');
});

test('any paragraph can be linked: select it, copy its link, and it leads there @engines', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('lessons/why-both/');
  const copy = page.getByRole('button', { name: 'Copy link to this passage' });
  await expect(copy).toBeHidden();
  const passage = page.locator('#flawless-but-uninspired ~ p').first();
  await passage.selectText();
  await copy.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const words = encodeURIComponent((await passage.innerText()).split(' ').slice(0, 2).join(' '));
  expect(copied).toContain(`${baseURL}lessons/why-both/#flawless-but-uninspired:~:text=${words}`);
  await page.goto('about/');
  await page.goto(copied);
  await expect(page.locator('#flawless-but-uninspired')).toBeInViewport();
});

for (const id of ['house', 'momentum-grid', 'microsoft', 'week']) {
  test(`the figure ${id} comes as SVG and as PNG for a slide, with its credit @base @smoke`, async ({
    page,
  }) => {
    await page.goto(`figures/${id}/`);
    const address = async (name: string): Promise<string> =>
      (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
    const svg = await page.request.get(await address('SVG'));
    expect(svg.headers()['content-type']).toContain('image/svg+xml');
    expect(await svg.text()).toContain(`${escapeHtml(SITE_NAME)}, CC BY 4.0`);
    const png = await (await page.request.get(await address('PNG'))).body();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Width in the header of the file.
    expect(png.readUInt32BE(16)).toBe(1920);
  });
}

test('every page that can be shared has a picture for its preview', async ({ page }) => {
  for (const path of [
    './',
    'lessons/why-both/',
    'concepts/delegation/',
    'compare/in-practice/',
    'figures/house/',
    'about/',
  ]) {
    await page.goto(path);
    const address = await page.locator('meta[property="og:image"]').getAttribute('content');
    const picture = await (await page.request.get(new URL(address ?? '').pathname)).body();
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
});

test('a way in by role opens as a session with its lessons and its case, and as a package of its lessons', async ({
  page,
}) => {
  await page.goto('for/new-manager/');
  const ofKind = (kind: string) => page.locator(`main :is(ol, ul) a[href*="/${kind}/"]`);
  const lessons = [
    ...new Set(
      await ofKind('lessons').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ),
  ];
  expect(lessons.length).toBeGreaterThan(1);
  const [decided = ''] = await ofKind('cases').allTextContents();
  await page.getByRole('link', { name: 'a session' }).click();
  const checked = (group: string) =>
    page.getByRole('group', { name: group }).getByRole('checkbox', { checked: true });
  await expect(checked('Lessons')).toHaveCount(lessons.length);
  await expect(checked('Cases')).toHaveCount(1);
  await expect(checked('Cases')).toHaveAccessibleName(new RegExp(decided.replace(/^Case: /, '')));
  await expect(page.getByRole('table')).toContainText(decided.replace(/^Case: /, ''));
  await page.goBack();
  await page.getByRole('link', { name: 'a package' }).click();
  const builder = page.locator('package-builder');
  await expect(builder.getByRole('group').first().getByRole('checkbox', { checked: true })).toHaveCount(
    lessons.length,
  );
});
