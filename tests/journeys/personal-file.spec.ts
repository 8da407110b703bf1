import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { button, choose, come, FILE, HERE, said, stored } from '../support/progress-page.ts';

test('everything is exported, erased and imported again, by keyboard', async ({ page }) => {
  await come(page);
  const sent: string[] = [];
  page.on('request', (request) => {
    const away = new URL(request.url()).origin !== new URL(page.url()).origin;
    if (!request.url().startsWith('blob:') && (away || request.method() !== 'GET')) sent.push(request.url());
  });
  await tabTo(page, button(page, 'Export as a file'));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^blueprint-and-build-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  const { version, ...data } = HERE;
  expect(JSON.parse(text)).toMatchObject({ kind: FILE.kind, version, data });
  await expect(said(page)).toContainText('Exported as blueprint-and-build-');

  await tabTo(page, button(page, 'Erase everything'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Keep it')).toBeFocused();
  await expect(page.locator('#erase-what')).toContainText(
    'This erases 1 finished lesson, 1 lesson begun, 2 answered questions, 1 balance result, 2 questions in review.',
  );
  expect(await axeInSchemes(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Erase everything')).toBeFocused();
  expect(await stored(page)).toEqual(HERE);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Erase everything')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toBeFocused();
  await expect(said(page)).toContainText('Erased: 1 finished lesson');
  await expect(page.getByText('0 of 10 lessons finished, 0 begun.')).toBeVisible();
  await expect(page.getByText('Here now: nothing yet.')).toBeVisible();
  expect(await axeInSchemes(page)).toEqual([]);
  expect(await stored(page)).toBeNull();

  const input = page.getByLabel('A file of your data');
  // Asked for early: the browser takes a moment to hand over its dialog.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, input);
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(said(page)).toContainText('This file holds 1 finished lesson, 1 lesson begun,');
  expect(await stored(page)).toBeNull();
  await tabTo(page, button(page, 'Cancel'));
  await page.keyboard.press('Enter');
  await expect(input).toBeFocused();
  expect(await stored(page)).toBeNull();

  await choose(page, text);
  await tabTo(page, button(page, 'Add to what is here'));
  await page.keyboard.press('Enter');
  await expect(said(page)).toBeFocused();
  await expect(said(page)).toContainText('Added: 1 finished lesson, 1 lesson begun, 2 answered questions');
  expect(await stored(page)).toEqual(HERE);
  expect(sent).toEqual([]);
});

test('a file from another device adds to what is here, and a second time changes nothing', async ({
  page,
}) => {
  await come(page);
  await choose(page, JSON.stringify(FILE));
  expect(await axeInSchemes(page)).toEqual([]);
  await button(page, 'Add to what is here').click();
  await expect(said(page)).toHaveText(
    'Added: 1 finished lesson, 1 answered question, 1 part that this version does not know.',
  );
  await expect(page.getByText('2 of 10 lessons finished, 1 begun.')).toBeVisible();
  expect(await axeInSchemes(page)).toEqual([]);
  const once = await stored(page);
  expect(once).toMatchObject({
    ...HERE,
    lessons: { ...HERE.lessons, ...FILE.data.lessons },
    checks: { ...HERE.checks, ...FILE.data.checks },
    future: FILE.data.future,
  });
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Add to what is here').click();
  await expect(said(page)).toHaveText('All of it was here already.');
  expect(await stored(page)).toEqual(once);
});

const ours = (data: string): string => JSON.stringify(FILE).replace(/"data":.*$/s, `"data":${data}}`);

// Every reason for a refusal is tested in src/storage/storage.test.ts.
for (const [name, text, why] of [
  ['that was cut off', JSON.stringify(FILE).slice(0, -20), 'not JSON'],
  ['that would change every object', ours('{"cards":{"__proto__":{"hit":1}}}'), 'could harm the page'],
  ['with nothing in it', ours('{}'), 'nothing in this file'],
] as const) {
  test(`a file ${name} is refused, and nothing is lost`, async ({ page }) => {
    await come(page);
    await choose(page, text);
    await expect(said(page)).toContainText(why);
    await expect(said(page)).toContainText('Nothing was changed.');
    expect(await axeInSchemes(page)).toEqual([]);
    await expect(button(page, 'Add to what is here')).toBeHidden();
    expect(await stored(page)).toEqual(HERE);
    expect(await page.evaluate(() => 'hit' in {})).toBe(false);
  });
}

test('a file of 50 MB is refused without being read', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['text', 'arrayBuffer', 'stream', 'slice'] as const)
      File.prototype[name] = () => {
        throw new Error('It was read.');
      };
  });
  await come(page);
  const folder = await mkdtemp(join(tmpdir(), 'personal-'));
  try {
    const path = join(folder, 'large.json');
    const file = await open(path, 'w');
    await file.truncate(50 * 1024 * 1024);
    await file.close();
    await page.getByLabel('A file of your data').setInputFiles(path);
    await expect(said(page)).toContainText('This file is larger than 2 MB.');
    expect(await stored(page)).toEqual(HERE);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that takes too long to read stops nothing, and is given up', async ({ page }) => {
  await page.route('**/file-worker*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); };' }),
  );
  await page.clock.install();
  await come(page);
  await choose(page, JSON.stringify(FILE));
  // The page still answers.
  await button(page, 'Erase everything').click();
  await button(page, 'Keep it').click();
  await page.clock.fastForward(20_000);
  await expect(said(page)).toHaveText('Reading this file takes too long. Nothing was changed.');
  expect(await stored(page)).toEqual(HERE);
});

test('of two files chosen one after the other, the last is read, however slow the first', async ({
  page,
}) => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  let asked = 0;
  await page.route('**/file-worker*.js', async (route) => {
    asked += 1;
    if (asked === 1) await late;
    await route.continue().catch(() => undefined);
  });
  await come(page);
  await choose(page, 'BEGIN:VCALENDAR');
  await expect.poll(() => asked).toBe(1);
  await choose(page, JSON.stringify(FILE));
  await expect(said(page)).toContainText('Add it to what is here?');
  arrive();
  await button(page, 'Add to what is here').click();
  await expect(page.locator('[data-lesson=momentum]')).toContainText('✓ finished');
});

test('the script that reads files is missed in words', async ({ page }) => {
  await page.route('**/file-worker*.js', (route) => route.abort());
  await come(page);
  await choose(page, JSON.stringify(FILE));
  await expect(said(page)).toContainText('The script that reads files did not load.');
});

test('what could not be read is exported as it was, and erased with the rest', async ({ page }) => {
  await page.goto('about/');
  await page.evaluate(() => {
    localStorage.setItem('bb:personal', '{"version":1,"lessons":{"why');
  });
  await page.goto('progress/');
  const download = page.waitForEvent('download');
  await button(page, 'Export what could not be read').click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('{"version":1,"lessons":{"why');
  await button(page, 'Erase everything').click();
  await button(page, 'Yes, erase it').click();
  await expect(said(page)).toContainText('Erased: what could not be read.');
  await expect(button(page, 'Export what could not be read')).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('bb:personal-unread'))).toBeNull();
});

test('where storage is full, a file is added for as long as the page is open, and nothing is lost', async ({
  page,
}) => {
  await come(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Add to what is here').click();
  await expect(said(page)).toContainText('could not store it');
  await expect(page.getByText('2 of 10 lessons finished')).toBeVisible();
  expect(await stored(page)).toEqual(HERE);
});

test('the form of the file is published as a JSON Schema', async ({ request }) => {
  const schema = (await (await request.get('personal.schema.json')).json()) as {
    properties: { kind: unknown; data: { properties: object } };
  };
  expect(schema.properties.kind).toMatchObject({ const: FILE.kind });
  expect(Object.keys(schema.properties.data.properties)).toEqual(
    expect.arrayContaining(['last', 'lessons', 'checks']),
  );
});
