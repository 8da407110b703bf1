import { expect, test, type Page } from '@playwright/test';
import { axeInSchemes } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { term } from '../support/words.ts';

const code = (page: Page) => page.locator('embed-wizard [data-copied]');
const preview = (page: Page) => page.frameLocator('embed-wizard iframe');

test('a trainer chooses a piece and a theme, previews it, and copies its code @base @all-engines @smoke', async ({
  page,
  context,
  browserName,
}) => {
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('trainers/#embed');
  await page.getByLabel('Piece to embed').selectOption({ label: term('drift') });
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(code(page)).toHaveText(
    new RegExp(
      String.raw`^<script src="https://blueprint\.example/(?:course/)?embed\.js"></script>\n<iframe src="https://blueprint\.example/(?:course/)?embed/concepts/drift/\?theme=dark" title="${term('drift')}" width="100%" height="320" loading="lazy" allow="clipboard-write"></iframe>$`,
    ),
  );
  await expect(preview(page).getByRole('heading', { name: term('drift') })).toBeVisible();
  await expect(preview(page).locator('html')).toHaveCSS('background-color', 'rgb(14, 24, 38)');
  await page.getByRole('button', { name: 'Copy the embed code' }).click();
  await expect(page.getByText('Copied the embed code.')).toBeVisible();
  if (browserName !== 'chromium') return;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page).textContent());
});

test('the preview grows like the frame would, and another piece has its own height', async ({ page }) => {
  await page.goto('trainers/#embed');
  const height = async () => Number(await page.locator('embed-wizard iframe').getAttribute('height'));
  await expect(code(page)).toContainText('height="480"');
  await expect.poll(height).not.toBe(480);
  const before = await height();
  // A frame that was led to another site may say what it likes.
  const tell = (from: 'elsewhere' | 'here'): Promise<void> =>
    page.evaluate((place) => {
      const source = document.querySelector<HTMLIFrameElement>('embed-wizard iframe')?.contentWindow ?? null;
      const data = JSON.stringify({ type: 'blueprint-and-build:height', height: 1234 });
      const origin = place === 'here' ? location.origin : 'https://elsewhere.example';
      dispatchEvent(new MessageEvent('message', { source, origin, data }));
    }, from);
  await tell('elsewhere');
  expect(await height()).toBe(before);
  await tell('here');
  expect(await height()).toBe(1242);
  await page.getByLabel('Piece to embed').selectOption('concepts/drift');
  await expect(code(page)).toContainText('height="320"');
});

test('a choice can be linked, and the page of a piece links to it @base', async ({ page }) => {
  await page.goto('compare/in-practice/');
  await page.getByText('Embed in a page or a course').click();
  await page.getByRole('link', { name: 'Choose a theme' }).click();
  await expect(page.getByLabel('Piece to embed')).toHaveValue('compare/in-practice');
  await page.getByRole('radio', { name: 'Light' }).check();
  expect(page.url()).toMatch(/\/trainers\/\?piece=compare\/in-practice&theme=light#embed$/);
  const chosen = await code(page).textContent();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(code(page)).toHaveText(chosen ?? '');
  // Unknown values are ignored.
  await page.goto('trainers/?piece=nothing&theme=neon#embed');
  await expect(page.getByRole('radio', { name: 'As the reader’s device' })).toBeChecked();
  await expect(code(page)).toContainText('height="480"');
});

test('the wizard can be used by keyboard', async ({ page }) => {
  await page.goto('trainers/#embed');
  await page.getByLabel('Piece to embed').focus();
  const before = await code(page).textContent();
  await page.keyboard.press('ArrowDown');
  await expect(code(page)).not.toHaveText(before ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(code(page)).toContainText('?theme=light');
});

test('without scripts the page shows the code of a piece, and says what a script would add', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto('trainers/');
  await expect(code(page)).toContainText('<iframe src="https://blueprint.example/embed/compare/');
  await expect(page.getByText('With JavaScript you could choose any piece here')).toBeVisible();
  await expect(page.getByLabel('Piece to embed')).toBeHidden();
});

test('axe finds nothing in the wizard', async ({ page }) => {
  await page.goto('trainers/?piece=figures/house&theme=dark#embed');
  await expect(preview(page).getByRole('heading').first()).toBeVisible();
  expect(await axeInSchemes(page)).toEqual([]);
});
