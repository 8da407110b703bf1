import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { tabTo } from '../accessibility/keys.ts';
import { axeProblems } from '../support/axe.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { title, word } from '../support/words.ts';

const GUIDE = 'trainers/how-they-differ/';
const EXERCISE = word('lessons/how-they-differ.guide.yaml', 'six-windows', 'title');
const FILE = 'src/content/lessons/how-they-differ.guide.yaml';

/** What the guide's file says of its blocks; read by itself, to compare the page with the file. */
function blocksOfFile(): { least: number; most: number; core: boolean }[] {
  const blocks = /^blocks:\n([\s\S]*?)^\w/m.exec(readFileSync(FILE, 'utf8'))?.[1] ?? '';
  return blocks
    .split(/^ {2}- /m)
    .slice(1)
    .map((block) => ({
      least: Number(/least: (\d+)/.exec(block)?.[1]),
      most: Number(/most: (\d+)/.exec(block)?.[1]),
      core: block.includes('core: true'),
    }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** How many pages a browser prints. */
async function printedPages(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await page.pdf({
    format,
    margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
  });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a trainer goes from a lesson to its guide and reads a running order that adds up @base @all-engines @smoke', async ({
  page,
}) => {
  await page.goto('lessons/how-they-differ/');
  await page.getByRole('link', { name: 'Guide, QR code, more' }).click();
  await expect(page).toHaveURL(/\/trainers\/how-they-differ\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Teach “${title('lessons/how-they-differ')}”`,
  );

  const blocks = blocksOfFile();
  expect(blocks.length).toBeGreaterThan(3);
  const short = sum(blocks.filter(({ core }) => core).map(({ least }) => least));
  const long = sum(blocks.map(({ most }) => most));
  const table = page.getByRole('table', { name: /In minutes from the start/ });
  await expect(table.locator('tbody tr')).toHaveCount(blocks.length);
  await expect(table.locator('tfoot')).toContainText(`${short} minutes`);
  await expect(table.locator('tfoot')).toContainText(`${long} minutes`);
  const last = table.locator('tbody tr').last().getByRole('cell');
  await expect(last.last()).toHaveText(new RegExp(` to ${long}$`));
  await expect(last.nth(-2)).toHaveText(new RegExp(` to ${short}$`));
  await expect(table.getByText('left out', { exact: true })).toHaveCount(
    blocks.filter(({ core }) => !core).length,
  );

  await table.getByRole('link', { name: `3. ${EXERCISE}` }).click();
  await expect(page.getByRole('heading', { name: `3. ${EXERCISE}` })).toBeInViewport();
});

test('a trainer opens an objection’s sources by keyboard, and one leads to its full reference', async ({
  page,
}) => {
  await page.goto(GUIDE);
  const objection = page.locator('.objection').first();
  const source = objection.getByRole('link', { name: 'Zaleznik, 1977' });
  await expect(source).toBeHidden();
  await tabTo(page, objection.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(source).toBeVisible();
  await expect(objection.getByText('Read in an abstract, as of 1977.')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await tabTo(page, source);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sources\/#zaleznik-1977/);
  await expect(page.locator(':target')).toContainText('Zaleznik');
});

test('an objection leads to the answer that treats it, which leads back to the lesson', async ({ page }) => {
  await page.goto(GUIDE);
  const answer = title('answers/drucker-quote');
  await page.locator('.objection').getByRole('link', { name: answer }).click();
  await expect(page).toHaveURL(/\/answers\/drucker-quote\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer);
  await expect(page.locator('main a[href*="/lessons/how-they-differ/"]').first()).toBeVisible();
});

test('an exercise’s link is copied, and leads to the exercise', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(GUIDE);
  await page.getByRole('link', { name: `Link to the exercise “${EXERCISE}”` }).click();
  await expect(page.getByText('Copied the link.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${baseURL}${GUIDE}#exercise-six-windows`);
  await page.goto(copied);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the guide leads to the lesson, its sheet and its neighbors, and gives each check question to take along @base', async ({
  page,
}) => {
  await page.goto(GUIDE);
  const table = page.getByRole('link', { name: /\/compare\/in-practice\/$/ });
  await expect(table).toHaveAttribute('href', new URL('../../compare/in-practice/', page.url()).pathname);
  await expect(page.getByRole('link', { name: 'Plan a session with it' })).toHaveAttribute(
    'href',
    /\/trainers\/plan\/#lessons=4$/,
  );
  const question = page.locator('.teach-questions > details').first();
  await question.locator('> summary').click();
  await expect(question.getByText('Embed in a page or a course')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: /^Guide 5\. / }).click();
  await expect(page).toHaveURL(/\/trainers\/architect-and-contractor\/$/);
  await page.getByRole('link', { name: /^← Guide 4\. / }).click();
  await page.getByRole('link', { name: 'One-page sheet for the room' }).click();
  await expect(page).toHaveURL(/\/trainers\/how-they-differ\/glance\/$/);
});

test('the sheet for the room has the time of day beside each block, once it has a start', async ({
  page,
}) => {
  await page.goto(`${GUIDE}glance/`);
  const rows = page.getByRole('table').getByRole('row');
  const clock = (row: number): Locator => rows.nth(row).getByRole('cell').first();
  await page.getByLabel('Start').fill('13:30');
  await expect(clock(1)).toHaveText('1:30 PM');
  const minutes = Number(/^\d+/.exec((await rows.nth(2).getByRole('cell').last().textContent()) ?? '')?.[0]);
  await expect(clock(2)).toHaveText(`1:${30 + minutes} PM`);
  await page.getByLabel('Version').selectOption('short');
  for (const row of await rows.filter({ hasText: 'left out' }).all())
    await expect(row.getByRole('cell').first()).toBeEmpty();
  expect(await axeProblems(page)).toEqual([]);
});

for (const format of ['A4', 'Letter'] as const) {
  test(`every sheet for the room is one page of ${format}`, async ({ page }) => {
    test.setTimeout(120_000);
    const sheets = builtPages().filter(({ path }) => path.endsWith('/glance/'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const { path } of sheets) {
      await page.goto(`.${path}`);
      expect(await printedPages(page, format), path).toBe(1);
    }
  });
}

test('the printed guide shows the sources that the screen keeps folded', async ({ page }) => {
  await page.goto(GUIDE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.receipts').first().getByText('as of 1977')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Plan a session with it' })).toBeHidden();
});

test('without scripts the guide and its sheet are whole @all-engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(GUIDE);
  await expect(
    page.getByText(word('lessons/how-they-differ.guide.yaml', 'six-windows', 'debrief')),
  ).toBeVisible();
  const objection = page.locator('.objection').first();
  await objection.locator('summary').click();
  await expect(objection.getByRole('link', { name: 'Zaleznik, 1977' })).toBeVisible();
  await page.getByRole('link', { name: 'One-page sheet for the room' }).click();
  await expect(page.getByRole('heading', { name: `3. ${EXERCISE}` })).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code of/ })).toBeVisible();
  await expect
    .poll(() => page.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
});

test('no guide’s words stand on a learner’s page or in the search index of its lesson', () => {
  const pages = builtPages();
  const guides = pages.filter(({ path }) =>
    /^\/trainers\/(?!(?:plan|downloads|packages)\/)[^/]+\/$/.test(path),
  );
  expect(guides.length).toBeGreaterThan(0);
  for (const guide of guides) {
    const said = documentOf(guide)
      .querySelectorAll('.guide .say, .guide .objection h3')
      .map((element) => element.text);
    expect(said.length, guide.path).toBeGreaterThan(4);
    const lesson = pages.find(({ path }) => path === guide.path.replace('/trainers/', '/lessons/'));
    const text = lesson === undefined ? '' : documentOf(lesson).text;
    expect(text, guide.path).not.toBe('');
    expect(said.filter((words) => text.includes(words))).toEqual([]);
    // The index takes what stands in a record: of a guide, its title and its summary.
    const records = documentOf(guide).querySelectorAll('[data-record]');
    expect(records.map((record) => record.getAttribute('data-record'))).toEqual(['page']);
    expect(said.filter((words) => records[0]?.text.includes(words))).toEqual([]);
  }
});

test('on a wide screen the text of a guide has the width beside its contents', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(GUIDE);
  const text = await page.locator('main article').boundingBox();
  const contents = await page.getByRole('navigation', { name: 'In this guide' }).boundingBox();
  expect(text?.width ?? 0).toBeGreaterThan(600);
  expect(text?.width ?? 0).toBeGreaterThan(2 * (contents?.width ?? 0));
});
