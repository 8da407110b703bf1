import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { tabBackTo, tabTo } from '../access/keys.ts';
import { axeInBothSchemes } from '../axe.ts';
import { withoutScripts } from '../without-scripts.ts';

const MOMENT = '2026-11-20T09:30:00.000Z';
/** What the schedule remembers of a question that comes back at a moment. */
function cardDue(due: string) {
  return { due, stability: 3, difficulty: 5, days: 3, reps: 1, lapses: 0 };
}
const HERE = {
  version: 1,
  lessons: {
    'what-management-is': { title: 'What management is', at: 'objectives', finished: MOMENT },
    'why-both': { title: 'Why you need both', at: 'side-by-side' },
  },
  last: 'why-both',
  checks: {
    'q-the-trap': { at: MOMENT, right: 1, of: 1 },
    'q-shortage-sort': { at: MOMENT, right: 3, of: 5 },
  },
  balance: { results: [{ at: MOMENT, answers: {} }] },
  review: {
    'q-the-trap': { at: MOMENT, card: cardDue(MOMENT) },
    'q-shortage-sort': { at: MOMENT, card: cardDue('2999-01-01T00:00:00.000Z') },
  },
};
const FILE = {
  kind: 'blueprint-and-build-personal',
  version: 1,
  exported: MOMENT,
  data: {
    lessons: { momentum: { title: 'The bottom line: momentum', finished: MOMENT } },
    checks: { 'q-recall': { at: MOMENT, right: 2, of: 2 } },
    future: ['kept as it is'],
  },
};

const said = (page: Page): Locator => page.locator('personal-data [role=status]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const stored = (page: Page): Promise<unknown> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('bb:personal') ?? 'null') as unknown);

/** Opens the page as somebody who has been here before. */
async function come(page: Page, personal: unknown = HERE): Promise<void> {
  await page.goto('about/');
  await page.evaluate((text) => {
    localStorage.setItem('bb:personal', text);
  }, JSON.stringify(personal));
  await page.goto('progress/');
}

/** Chooses a file with this text. */
const choose = (page: Page, text: string): Promise<void> =>
  page.getByLabel('A file of your data').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

test('the page shows what was read, checked, practiced and is due @base @engines', async ({ page }) => {
  await come(page);
  await expect(page.getByText('1 of 10 lessons finished, 1 begun.')).toBeVisible();
  await expect(page.locator('[data-lesson=what-management-is]')).toContainText(
    '✓ finished November 20, 2026',
  );
  await expect(page.locator('[data-lesson=momentum]')).toContainText('not begun');
  await expect(page.getByText('2 questions answered: 4 of 6 answers right')).toBeVisible();
  await expect(page.locator('[data-tool=balance]')).toContainText('used once');
  await expect(page.locator('[data-tool=growthPlan]')).toContainText('not used yet');
  await expect(page.getByText('1 question due now.')).toBeVisible();
  await page.getByRole('link', { name: 'Resume 3. Why you need both' }).click();
  await expect(page).toHaveURL(/\/lessons\/why-both\/#side-by-side$/);
});

test('what another tab remembers shows at once', async ({ page, context }) => {
  await page.goto('progress/');
  await expect(page.getByText('0 of 10 lessons finished')).toBeVisible();
  const other = await context.newPage();
  await other.goto('lessons/why-both/');
  await other.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.locator('[data-lesson=why-both]')).toContainText('✓ finished');
});

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
  await button(page, 'Add to what is here').click();
  await expect(said(page)).toHaveText(
    'Added: 1 finished lesson, 1 answered question, 1 part that this version does not know.',
  );
  await expect(page.getByText('2 of 10 lessons finished, 1 begun.')).toBeVisible();
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

for (const [state, act] of [
  ['everything shown', () => Promise.resolve()],
  ['a file refused', (page) => choose(page, 'BEGIN:VCALENDAR')],
  ['a file to add', (page) => choose(page, JSON.stringify(FILE))],
  [
    'a file added',
    async (page) => {
      await choose(page, JSON.stringify(FILE));
      await button(page, 'Add to what is here').click();
    },
  ],
  ['erasing asked', (page) => button(page, 'Erase everything').click()],
  [
    'everything erased',
    async (page) => {
      await button(page, 'Erase everything').click();
      await button(page, 'Yes, erase it').click();
    },
  ],
] as [string, (page: Page) => Promise<void>][]) {
  test(`axe finds nothing with ${state}`, async ({ page }) => {
    await come(page);
    await act(page);
    if (state.startsWith('a file')) await expect(said(page)).toHaveText(/\S/);
    expect(await axeInBothSchemes(page)).toEqual([]);
  });
}

const ours = (data: string): string => JSON.stringify(FILE).replace(/"data":.*$/s, `"data":${data}}`);

for (const [name, text, why] of [
  ['that is no JSON', 'BEGIN:VCALENDAR', 'not JSON'],
  ['that is empty', '', 'not JSON'],
  ['that was cut off', JSON.stringify(FILE).slice(0, -20), 'not JSON'],
  ['of another program', '{"kind":"bookmarks","version":1,"data":{}}', 'does not come from this site'],
  ['of a newer version', JSON.stringify({ ...FILE, version: 2 }), 'newer version'],
  ['with a share of the wrong shape', ours('{"checks":{"q-a":{"right":"all"}}}'), 'The part “checks”'],
  ['nested too deep', ours(`${'['.repeat(5000)}${']'.repeat(5000)}`), 'deeper than 12 levels'],
  ['that would change every object', ours('{"cards":{"__proto__":{"hit":1}}}'), 'could harm the page'],
  ['with a constructor', ours('{"constructor":{"prototype":{"hit":1}}}'), 'could harm the page'],
  ['with nothing in it', ours('{}'), 'nothing in this file'],
] as const) {
  test(`a file ${name} is refused, and nothing is lost`, async ({ page }) => {
    await come(page);
    await choose(page, text);
    await expect(said(page)).toContainText(why);
    await expect(said(page)).toContainText('Nothing was changed.');
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

test('where storage is closed, the page works and says so', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto('progress/');
  await expect(page.getByText('Here now: nothing yet.')).toBeVisible();
  await button(page, 'Erase everything').click();
  await expect(said(page)).toContainText('nothing to erase');
  await choose(page, JSON.stringify(FILE));
  await button(page, 'Add to what is here').click();
  await expect(said(page)).toContainText('could not store it');
  await button(page, 'Erase everything').click();
  await button(page, 'Yes, erase it').click();
  await expect(said(page)).toContainText('Erased from this page.');
  await expect(page.getByText('Here now: nothing yet.')).toBeVisible();
  expect(errors).toEqual([]);
});

test('what a full storage refused is stored with the next change', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const finish = page.getByRole('button', { name: 'Mark this lesson as finished' });
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    addEventListener('room', () => (Storage.prototype.setItem = setItem));
  });
  await finish.click();
  await expect(page.getByText('This browser does not let us remember that.')).toBeVisible();
  await page.evaluate(() => {
    dispatchEvent(new Event('room'));
    localStorage.setItem(
      'bb:personal',
      JSON.stringify({ version: 1, lessons: {}, cards: ['of another tab'] }),
    );
  });
  await page.locator('#evidence').scrollIntoViewIfNeeded();
  await expect
    .poll(() => stored(page))
    .toMatchObject({ lessons: { 'why-both': { finished: expect.any(String) } }, cards: ['of another tab'] });
});

for (const format of ['A4', 'Letter'] as const) {
  test(`the record of the whole course is one sheet of ${format}, with a name that is not kept`, async ({
    page,
  }) => {
    const links = page.locator('[data-lesson] > a');
    await page.goto('progress/');
    const titles = await links.allTextContents();
    const lessons = Object.fromEntries(
      titles.map((title, index) => [`lesson-${index}`, { title: title.trim(), finished: MOMENT }]),
    );
    await come(page, { ...HERE, lessons });
    await page.evaluate(() => {
      globalThis.print = () => document.body.toggleAttribute('data-printed', true);
    });
    await tabTo(page, page.getByLabel('Your name, if it should be on the sheet'));
    await page.keyboard.type('Ada <b>Lovelace</b>');
    await page.keyboard.press('Enter');
    await expect(page.locator('body')).toHaveAttribute('data-printed');
    const sheet = page.getByRole('article', { name: 'Record of my own learning' });
    await expect(sheet).toContainText('Ada <b>Lovelace</b>');
    await expect(sheet).toContainText(`Lessons finished: ${titles.length} of ${titles.length}`);
    await expect(sheet.getByRole('listitem').first()).toContainText('November 20, 2026');
    await expect(sheet).toContainText('4 of 6 answers were right at the last try.');
    await expect(sheet).toContainText('It is not an examination, and nobody checked it.');
    expect(JSON.stringify(await stored(page))).not.toContain('Lovelace');

    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(page.locator('.your-data')).toBeHidden();
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.reload();
    await expect(page.locator('#record-name')).toHaveValue('');
  });
}

test('without scripts the page leads to lessons and tools, and says what it would show', async ({ page }) => {
  await withoutScripts(page);
  await page.goto('progress/');
  await expect(page.locator('progress-overview noscript p')).toContainText(
    'With JavaScript, this page shows',
  );
  await expect(page.getByRole('link', { name: '10. The bottom line: momentum' })).toBeVisible();
  await expect(page.locator('.your-data noscript p')).toContainText('need JavaScript');
  await expect(page.locator('personal-data')).toBeHidden();
  await expect(page.locator('.record-sheet')).toBeHidden();
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

test('one comes back from the question about erasing with Tab, too', async ({ page }) => {
  await come(page);
  await button(page, 'Erase everything').click();
  await tabBackTo(page, button(page, 'Export as a file'));
  expect(await stored(page)).toEqual(HERE);
});
