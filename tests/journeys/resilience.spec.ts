import { expect, test, type Page, type Route } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { storedData } from '../support/stored.ts';
import { term } from '../support/words.ts';

/** What a reader meets when something between the site and them fails: the lesson stays, and a message says the rest. */

const status = (page: Page) => page.locator('.search-panel > [role=status]');
const useTable = (page: Page) => page.getByRole('button', { name: 'Which is it?' }).first().click();

/** Errors that nobody caught. A fault is no excuse for one. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    // Chromium reports a page transition that it gave up, as when a page is left while it still loads.
    if (!error.message.startsWith('Transition was aborted')) errors.push(error.message);
  });
  return errors;
}

/**
 * Puts a fault in the way before the page opens, to be begun later: a route that is added beside a page already open
 * can miss the very next request.
 *
 * @returns begins it, and ends it again
 */
async function laterFault(page: Page, url: string, fault: (route: Route) => Promise<void>) {
  let begun = false;
  await page.route(url, (route) => (begun ? fault(route) : route.continue()));
  return {
    begin: () => {
      begun = true;
    },
    end: () => {
      begun = false;
    },
  };
}

async function isReadable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('article p').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('the network lost in the middle of a search leaves the instant results and a message', async ({
  page,
}) => {
  const errors = uncaught(page);
  const offline = await laterFault(page, '**/*', (route) => route.abort('internetdisconnected'));
  await page.goto('about/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('delegation');
  await expect(page.locator('.answer')).toContainText(term('delegation'));
  await expect(status(page)).not.toContainText('Searching');
  offline.begin();
  await page.getByRole('searchbox').fill(term('momentum'));
  await expect(page.locator('.answer')).toContainText(term('momentum'));
  await expect(status(page)).toContainText('could not be searched');
  offline.end();
  // Back on the network, the next search is whole.
  await page.getByRole('searchbox').fill(term('stagnation'));
  await expect(page.locator('.answer')).toContainText(term('stagnation'));
  await expect(status(page)).not.toContainText('Searching');
  await expect(status(page)).not.toContainText('could not');
  expect(errors).toEqual([]);
});

test('a small index that comes late is waited for, and what was typed is searched', async ({ page }) => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/search/quick.json', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('search/?q=delegation');
  await expect(status(page)).toHaveText('Searching …');
  arrive();
  await expect(page.locator('.answer')).toContainText(term('delegation'));
});

test('a small index that cannot be read leaves the full text', async ({ page }) => {
  const errors = uncaught(page);
  for (const [name, body] of [
    ['cut short', '{"entries":['],
    ['another file', '<!doctype html><title>Not found</title>'],
    ['of an unknown shape', '{"version":99}'],
    ['empty', ''],
  ] as const) {
    await page.route('**/search/quick.json', (route) => route.fulfill({ status: 200, body }));
    await page.goto(`search/?q=${term('delegation')}`);
    await expect(page.locator('.search-result').first(), name).toContainText(term('delegation'), {
      ignoreCase: true,
    });
    await expect(status(page), name).not.toContainText('Searching');
  }
  expect(errors).toEqual([]);
});

test('a small index that hangs is given up, and the full text answers', async ({ page }) => {
  await page.route('**/search/quick.json', () => undefined);
  await page.goto(`search/?q=${term('delegation')}`);
  await expect(page.locator('.search-result').first()).toContainText(term('delegation'), {
    ignoreCase: true,
  });
  await expect(status(page)).not.toContainText('Searching');
});

test('a full text that hangs is given up with a message, and the next search starts it again', async ({
  page,
}) => {
  await page.clock.install();
  await page.route('**/pagefind/pagefind.js?*', () => undefined);
  // No row is about him, so nothing is shown until the full text has answered.
  await page.goto('search/?q=kotter&kind=row');
  await expect(status(page)).toHaveText('Searching …');
  await page.goto('search/?q=delegation');
  await expect(page.locator('.answer')).toContainText(term('delegation'));
  await expect(async () => {
    await page.clock.fastForward(25_000);
    await expect(status(page)).toContainText('could not be searched', { timeout: 500 });
  }).toPass();
  await page.unroute('**/pagefind/pagefind.js?*');
  await page.getByRole('searchbox').fill('micromanaging');
  await expect(async () => {
    await page.clock.fastForward(300);
    await expect(status(page)).toContainText(/^\d+ results? for “micromanaging”\.$/, { timeout: 500 });
  }).toPass();
});

test('a full text that is given up late leaves the engine of a newer search', async ({ page }) => {
  await page.clock.install();
  const started: string[] = [];
  await page.route('**/pagefind/pagefind.js?*', (route) => {
    started.push(new URL(route.request().url()).search);
    return started.length === 1 ? undefined : route.continue();
  });
  const search = async (text: string): Promise<void> => {
    await page.getByRole('searchbox').fill(text);
    await expect(page.getByRole('link', { name: new RegExp(text, 'i') }).first()).toBeVisible();
    await page.clock.fastForward(300);
  };
  await page.goto('search/?q=delegation');
  await expect.poll(() => started).toHaveLength(1);
  await page.clock.fastForward(12_000);
  await search('stagnation');
  await page.clock.fastForward(12_000);
  await search('momentum');
  await expect(status(page)).toContainText('for “momentum”');
  expect(started).toHaveLength(2);
  await page.clock.fastForward(12_000);
  await search('drift');
  await expect(status(page)).toContainText('for “drift”');
  expect(started).toHaveLength(2);
});

test('full text that is missing or corrupt leaves the instant results and a message', async ({ page }) => {
  const patterns = [
    '**/pagefind/pagefind.js?*',
    '**/pagefind/pagefind-entry.json*',
    '**/pagefind/wasm.*',
    '**/pagefind/index/*',
    '**/pagefind/fragment/*',
  ];
  const answers = [
    { status: 404, body: 'gone' },
    { status: 200, body: '\u0000\u0001 corrupt' },
  ];
  for (const [index, pattern] of patterns.entries()) {
    // Missing and corrupt in turn; both of each with `npm run test:all`.
    for (const answer of TEST_ALL ? answers : answers.slice(index % 2).slice(0, 1)) {
      await page.route(pattern, (route) => route.fulfill(answer));
      await page.goto('search/?q=delegation');
      const fault = `${pattern}, status ${answer.status}`;
      await expect(page.locator('.answer'), fault).toContainText(term('delegation'));
      await expect(status(page), fault).toContainText('could not be searched');
      await expect(page.getByRole('link', { name: 'all concepts, A to Z' })).toBeVisible();
      await page.unroute(pattern);
    }
  }
});

test('no search at all says so, and leads to the concepts @all-engines', async ({ page }) => {
  const errors = uncaught(page);
  await page.route(/\/(?:pagefind|search\/\w+\.json)/, (route) => route.abort());
  await page.goto('search/?q=delegation');
  await expect(status(page)).toContainText('Search could not be loaded');
  await page.getByRole('link', { name: 'all concepts, A to Z' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/concept/i);
  expect(errors).toEqual([]);
});

test('scripts that never arrive leave a lesson whole @engines', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('lessons/how-they-differ/');
  await isReadable(page);
  await expect(page.locator('comparison-table table').first()).toBeVisible();
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/concepts\//);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await expect(page.getByText('Search needs JavaScript')).toBeVisible();
});

test('a page says it when its script never arrives, and not while it may still come', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  for (const path of [
    'tools/balance/',
    'tools/growth-plan/',
    'tools/questions/',
    'tools/time-audit/',
    'progress/',
    'trainers/',
    'trainers/plan/',
    'trainers/packages/',
    'trainers/momentum/present/',
    'offline/',
    'review/',
    'cases/ward-at-night/room/',
  ]) {
    await page.goto(path);
    const words = page.getByText('A script of this page has not arrived');
    await expect(words, path).toBeHidden();
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    await expect(words, path).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make the package' })).toBeHidden();
  }
});

test('a style sheet that never arrives leaves a lesson in reading order', async ({ page }) => {
  await page.route('**/*.css', (route) => route.abort());
  await page.goto('lessons/how-they-differ/');
  await isReadable(page);
  const logo = await page.getByRole('banner').locator('svg').first().boundingBox();
  expect(logo?.width).toBeLessThan(40);
});

test('fonts that never arrive, or come corrupt, leave the words', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.fulfill({ body: 'no font' }));
  await page.goto('lessons/how-they-differ/');
  await isReadable(page);
});

test('an old page whose files are gone says what is missing', async ({ page }) => {
  const errors = uncaught(page);
  // A new version of the site is out, and took the old files away.
  const deployment = await laterFault(page, '**/_astro/**', (route) =>
    route.fulfill({ status: 404, body: 'gone' }),
  );
  await page.goto('lessons/how-they-differ/');
  await expect(page.getByRole('button', { name: 'Which is it?' }).first()).toBeVisible();
  deployment.begin();
  await useTable(page);
  await expect(page.getByText('The tools could not be loaded')).toBeVisible();
  await isReadable(page);
  expect(errors).toEqual([]);
});

test('a table says it when its tools do not come', async ({ page }) => {
  await page.route('**/_astro/table-tools*', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('compare/in-practice/');
  await useTable(page);
  await expect(page.getByText('The tools could not be loaded')).toBeVisible();
});

test('search in an old page whose files are gone goes to the page of results, with what was typed', async ({
  page,
}) => {
  let fail: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (fail = resolve));
  const deployment = await laterFault(page, '**/_astro/*.js', async (route) => {
    await late;
    await route.fulfill({ status: 404, body: 'gone' });
  });
  await page.goto('lessons/how-they-differ/');
  deployment.begin();
  await page.keyboard.press('/');
  await page.keyboard.type('risk');
  fail();
  await expect(page).toHaveURL(/\/search\/\?q=risk$/);
});

test('search whose script hangs goes to the page of results, with what was typed', async ({ page }) => {
  await page.clock.install();
  const search = await laterFault(page, '**/_astro/on-intent.*.js', () => new Promise(() => undefined));
  await page.goto('lessons/how-they-differ/');
  search.begin();
  await page.keyboard.press('/');
  await page.keyboard.type('risk');
  await page.clock.fastForward(7_000);
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  search.end();
  await page.clock.fastForward(2_000);
  await expect(page).toHaveURL(/\/search\/\?q=risk$/);
});

test('search that was closed before it failed to load leads nowhere, and opens again whole', async ({
  page,
}) => {
  let fail: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (fail = resolve));
  const search = await laterFault(page, '**/_astro/on-intent.*.js', async (route) => {
    await late;
    await route.abort();
  });
  await page.goto('lessons/how-they-differ/');
  search.begin();
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Close' }).click();
  fail();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/\/lessons\/how-they-differ\/$/);
  search.end();
  await page.keyboard.press('/');
  await page.keyboard.type('delegation');
  await expect(page.locator('.answer')).toContainText(term('delegation'));
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(1);
});

test('search opens while it still loads, and answers what was typed meanwhile @all-engines', async ({
  page,
}) => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_astro/on-intent.*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('lessons/how-they-differ/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('delegation');
  await expect(page.getByRole('searchbox')).toHaveValue('delegation');
  arrive();
  await expect(page.locator('.answer')).toContainText(term('delegation'));
});

test('two tabs of different versions keep what the other wrote', async ({ page, context }) => {
  await page.goto('lessons/why-both/');
  const newer = await context.newPage();
  await newer.goto('lessons/');
  await newer.evaluate(() => {
    localStorage.setItem(
      'bb:personal',
      JSON.stringify({
        version: 2,
        cards: [{ id: 'risk', due: '2026-12-01' }],
        lessons: { momentum: { title: 'Momentum', finished: '2026-11-20', notes: ['mine'] } },
      }),
    );
  });
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  expect(await storedData(newer)).toMatchObject({
    version: 2,
    cards: [{ id: 'risk', due: '2026-12-01' }],
    lessons: { momentum: { finished: '2026-11-20', notes: ['mine'] }, 'why-both': {} },
  });
});

test('what cannot be read of one’s progress is kept aside, and said so', async ({ page }) => {
  await page.goto('about/');
  await page.evaluate(() => {
    localStorage.setItem('bb:personal', '{"version":1,"lessons":{"why');
  });
  await page.goto('lessons/');
  await expect(page.getByText('It is kept aside, and you start afresh.')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('bb:personal-unread'))).toBe(
    '{"version":1,"lessons":{"why',
  );
});

test('storage that is refused altogether leaves a lesson whole @engines', async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  await page.goto('lessons/why-both/');
  await isReadable(page);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.getByText('This browser does not let us remember that.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('delegation');
  await page.locator('.answer a').first().click();
  await expect(page).toHaveURL(/delegation/);
  expect(errors).toEqual([]);
});
