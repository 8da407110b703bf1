import { expect, test, type Page } from '@playwright/test';
import { withoutScripts } from '../support/without-scripts.ts';
import { LEADING, MANAGING, word } from '../support/words.ts';

const PAGE = 'compare/in-practice/';
const TABLE = 'comparisons/in-practice.yaml';
const RISK = `Link to the row ${word(TABLE, 'risk', 'dimension')}`;
const tool = (page: Page, group: 'Focus' | 'Cover', name: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact: true });

/** Opens the table's page, and what is behind "More". */
async function openMore(page: Page): Promise<void> {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'More' }).click();
}

test('without JavaScript the table is complete and has no tools @all-engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(PAGE);
  await expect(page.getByRole('columnheader')).toHaveCount(4);
  await expect(page.getByRole('rowheader')).toHaveCount(14);
  await expect(page.locator('#time-horizon td').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Which is it?' })).toHaveCount(0);
});

test('a side is put in focus by keyboard and the choice is in the address @base @engines', async ({
  page,
}) => {
  await page.goto(PAGE);
  await tool(page, 'Focus', LEADING).press('Enter');
  await expect(page).toHaveURL(/\?focus=leading$/);
  await expect(page.getByRole('status').filter({ hasText: `${LEADING} stands out.` })).toBeVisible();
  await page.reload();
  await expect(tool(page, 'Focus', LEADING)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('td[data-side=managing]').first()).toHaveClass(/dimmed/);
  await expect(page.locator('td[data-side=leading]').first()).toHaveClass(/focused/);
  // Pressed again, it lets go of the side.
  await tool(page, 'Focus', LEADING).click();
  await expect(page.locator('.dimmed')).toHaveCount(0);
  await expect(page).not.toHaveURL(/focus/);
});

test('the tools are in sight at once, and using them moves nothing of the table', async ({ page }) => {
  for (const [width, path] of [
    [320, PAGE],
    [820, 'compare/leading-managing-both/'],
    [1440, PAGE],
    [320, 'lessons/how-they-differ/'],
    [1440, 'lessons/how-they-differ/'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    const table = page.locator('comparison-table').first();
    // From the edge of its element, because what is above it on the page has its own height.
    const below = () =>
      table.evaluate(
        (host) =>
          (host.querySelector('table')?.getBoundingClientRect().top ?? 0) - host.getBoundingClientRect().top,
      );
    const cover = table.getByRole('group', { name: 'Cover' }).getByRole('button').first();
    await expect(cover).toBeVisible();
    const before = await below();
    await cover.click();
    await expect(table.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
    await table.getByRole('group', { name: 'Focus' }).getByRole('button').last().click();
    await expect(table.locator('td.focused').first()).toBeVisible();
    expect(await below(), `${path} at ${width}`).toBeCloseTo(before, 0);
  }
});

test('a theme filters the rows, says how many are left, and never empties the table @all-engines', async ({
  page,
}) => {
  await openMore(page);
  await page.getByRole('radio', { name: word(TABLE, 'risk', 'label'), exact: true }).check();
  const left = await page.locator('tbody tr:visible').count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(14);
  await expect(page.getByText(`${left} of 14 rows shown.`)).toBeVisible();
  await page.goto(`${PAGE}?theme=nonsense`);
  await expect(page.locator('tbody tr:visible')).toHaveCount(14);
});

test('on paper every row is there, whatever is filtered', async ({ page }) => {
  await page.goto(`${PAGE}?theme=risk`);
  await expect.poll(() => page.locator('tbody tr:visible').count()).toBeLessThan(14);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('tbody tr:visible')).toHaveCount(14);
});

test('a link to a row that the filter hides shows the row @all-engines', async ({ page }) => {
  await page.goto(`${PAGE}?theme=time#risk`);
  await expect(page.locator('#risk')).toBeVisible();
  await expect(page).not.toHaveURL(/theme=/);
});

test('a side is covered and revealed row by row @all-engines @smoke', async ({ page }) => {
  await page.goto(PAGE);
  const cell = page.locator('#time-horizon td[data-side=managing]');
  const said = (await cell.textContent()) ?? '';
  await tool(page, 'Cover', MANAGING).click();
  await expect(cell.getByText(said.trim())).toBeHidden();

  await page
    .getByRole('button', {
      name: `Show: ${MANAGING}, ${word(TABLE, 'time-horizon', 'dimension')}`,
    })
    .press('Enter');
  await expect(cell).toBeFocused();
  await expect(cell).toContainText(said.trim());
  await expect(page.getByText('13 still covered')).toBeVisible();
  await tool(page, 'Cover', MANAGING).click();
  await expect(page.getByRole('button', { name: /^Show:/ })).toHaveCount(0);
});

test('Which is it? waits for every answer, then gives a score and explanations @all-engines', async ({
  page,
}) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Which is it?' }).click();
  await expect(page.getByText('Practice, not graded.')).toBeVisible();
  await expect(page.getByRole('table')).toBeHidden();
  const groups = page.locator('form.quiz fieldset');
  await expect(groups).toHaveCount(8);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('8 still to sort.')).toBeVisible();
  for (const group of await groups.all()) await group.getByRole('radio', { name: LEADING }).check();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  // The sides take turns, so one answer throughout is right half the time.
  await expect(page.getByText('4 of 8 right.')).toBeVisible();
  await expect(groups.getByText(/^(✓ Right|✗ Not quite): /)).toHaveCount(8);
  await page.getByRole('button', { name: 'Which is it?' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('Which is it? that is closed before its tools arrive shows nothing', async ({ page }) => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_astro/table-tools*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(PAGE);
  const practice = page.getByRole('button', { name: 'Which is it?' });
  for (let press = 0; press < 4; press += 1) await practice.click();
  arrive();
  await tool(page, 'Focus', 'Leading').click();
  await expect(page.getByRole('status').filter({ hasText: 'Leading stands out.' })).toBeVisible();
  await expect(page.locator('form.quiz')).toHaveCount(0);
  await expect(page.getByRole('table')).toBeVisible();
});

test('the rows on view are copied as CSV, then the embed code and the address of a row @engines', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMore(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.getByText('Copied 14 rows as CSV.')).toBeVisible();
  // The clipboard may drop the byte order mark, so the header row is looked for, not expected first.
  expect(await clipboard()).toContain(`,${LEADING},${MANAGING},Ask yourself`);
  await page.getByRole('button', { name: 'Embed' }).click();
  await page.getByRole('button', { name: 'Copy the code' }).click();
  await expect(page.getByText('Copied the embed code.')).toBeVisible();
  expect(await clipboard()).toContain('<iframe');
  await page.getByRole('link', { name: RISK }).click();
  await expect(page.getByText('Copied the link.')).toBeVisible();
  expect(await clipboard()).toMatch(/\/compare\/in-practice\/#risk$/);
  await expect(page).toHaveURL(/#risk$/);
});

test('without the clipboard the text is shown and selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openMore(page);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('textbox', { name: 'The table as Markdown' })).toHaveValue(
    new RegExp(`\\| ${LEADING} \\| ${MANAGING} \\|`),
  );
});

test('an embed tells its height to the page around it, which the snippet applies @base @engines @smoke', async ({
  page,
  baseURL,
}) => {
  const address = `${baseURL ?? ''}embed/${PAGE}`;
  await page.setContent(
    `<script src="${baseURL ?? ''}embed.js"></script><iframe src="${address}" title="Table" width="800" height="100"></iframe>`,
  );
  await expect
    .poll(async () => (await page.locator('iframe').boundingBox())?.height ?? 0)
    .toBeGreaterThan(500);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('rowheader')).toHaveCount(14);
  await expect(frame.getByRole('link', { name: RISK })).toHaveAttribute(
    'href',
    /\/compare\/in-practice\/#risk$/,
  );
});

test('on a phone a row is a card with its sides beside each other, each cell named, with no sideways scroll @engines', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(PAGE);
  const row = page.locator('#risk');
  const [first, second] = await Promise.all([
    row.locator('td').nth(0).boundingBox(),
    row.locator('td').nth(1).boundingBox(),
  ]);
  expect(second?.y).toBe(first?.y);
  expect(second?.x ?? 0).toBeGreaterThan(first?.x ?? 0);
  // Firefox computes the content to `attr(data-label)`, Chromium to what is there.
  await expect(row.locator('td').nth(0)).toHaveAttribute('data-label', LEADING);
  expect(
    await row
      .locator('td')
      .nth(0)
      .evaluate((cell) => getComputedStyle(cell, '::before').content),
  ).toMatch(new RegExp(`${LEADING}|attr\\(data-label\\)`));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(row.getByRole('rowheader')).toHaveCount(1);
});
