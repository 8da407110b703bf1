import { expect, test, type Locator } from '@playwright/test';
import { withoutScripts } from '../support/without-scripts.ts';
import { term } from '../support/words.ts';

/** A reader moves a point on a drawing of four fields. */

const GRID = 'lessons/momentum/';

/** What a drawing says of one of its states. */
async function state(figure: Locator, index: number): Promise<string> {
  const plot = await figure.locator('plot-point').getAttribute('data-plot');
  return (JSON.parse(plot ?? '') as { states: string[] }).states[index] ?? '';
}

test('a point on the grid is moved by arrow keys, and its field is announced @engines', async ({ page }) => {
  await page.goto(GRID);
  await page.locator('plot-point').scrollIntoViewIfNeeded();
  const point = page.getByRole('slider', { name: 'Your point' });
  const said = page.locator('figure').getByRole('status');
  await point.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText(term('chaos'));
  await expect(point).toHaveAttribute('aria-valuetext', 'Managing 45, Leading 55');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText(term('drift'));
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('ArrowRight');
  await expect(said).toContainText(term('stagnation'));
  await expect(point).toHaveAttribute('aria-valuetext', 'Managing 100, Leading 45');
});

test('the point is dragged, and goes to a place that is pressed, while words stay links', async ({
  page,
}) => {
  await page.goto(GRID);
  const figure = page.locator('figure');
  const point = page.getByRole('slider', { name: 'Your point' });
  await page.locator('plot-point').scrollIntoViewIfNeeded();
  await point.scrollIntoViewIfNeeded();
  const box = await point.boundingBox();
  if (box === null) throw new Error('The point is not in the drawing.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y - 60, { steps: 4 });
  await page.mouse.up();
  await expect(figure.getByRole('status')).toContainText(term('momentum'));
  await page.mouse.click(x - 60, y + 60);
  await expect(figure.getByRole('status')).toContainText(term('drift'));
  expect(new URL(page.url()).pathname).toMatch(/lessons\/momentum/);
  await figure.getByText(term('chaos'), { exact: true }).click();
  await expect(page).toHaveURL(/concepts\/chaos/);
});

test('reach and risk ask for different work, in an embed too', async ({ page }) => {
  for (const path of ['lessons/how-they-differ/', 'embed/figures/reach-and-risk/']) {
    await page.goto(path);
    await page.locator('plot-point').scrollIntoViewIfNeeded();
    const figure = page.locator('figure').filter({ has: page.locator('plot-point') });
    const said = figure.getByRole('status');
    await page.getByRole('slider').press('ArrowUp');
    await expect(said).toHaveText(await state(figure, 3));
    await page.getByRole('slider').press('ArrowLeft');
    await expect(said).toHaveText(await state(figure, 2));
  }
});

test('a weight moved along the seesaw tilts it, and the half in the air is named', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const figure = page.locator('#figure-seesaw');
  await figure.scrollIntoViewIfNeeded();
  const weight = figure.getByRole('slider');
  const bricks = figure.locator('.brick');
  const level = (await bricks.boundingBox())?.y ?? Number.NaN;
  for (let presses = 0; presses < 3; presses += 1) await weight.press('ArrowRight');
  await expect(figure.getByRole('status')).toHaveText(await state(figure, 3));
  expect((await bricks.boundingBox())?.y).toBeGreaterThan(level + 4);
  for (let presses = 0; presses < 20; presses += 1) await weight.press('ArrowLeft');
  await expect(figure.getByRole('status')).toHaveText(await state(figure, 0));
  expect((await bricks.boundingBox())?.y).toBeLessThan(level - 10);
});

test('without JavaScript the drawing is shown alone', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(GRID);
  await expect(page.getByRole('link', { name: term('chaos') }).first()).toBeVisible();
  await expect(page.getByText('Move the point')).toBeHidden();
  await expect(page.getByRole('slider')).toHaveCount(0);
});
