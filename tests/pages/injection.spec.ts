import { expect, test, type Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

interface Watched {
  hits: number;
  hit: () => void;
}

/** Counts every script that gets to run, in the page and before it. */
async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.hits = 0;
    watched.hit = () => (watched.hits += 1);
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** What is wrong with the page after a payload: a script that ran, an element that was made, a page that was left. */
const harm = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { hits } = globalThis as unknown as Watched;
    const made = document.querySelectorAll(
      '[data-hit], [onerror], [onload], [onfocus], iframe[srcdoc], object',
    );
    return hits > 0 || made.length > 0 ? `${hits} scripts ran, ${made.length} elements were made` : '';
  });

/** Payloads in groups, so that the workers share them. */
const GROUPS = 10;
const groups = Array.from({ length: GROUPS }, (_, group) =>
  INJECTIONS.filter((_payload, index) => index % GROUPS === group),
);

test('there are at least 200 payloads, all different', () => {
  expect(new Set(INJECTIONS).size).toBeGreaterThanOrEqual(200);
});

/** Every payload is left in storage and typed; one in so many goes into the address of every kind of page. */
const FEW = 4;

/** Leaves the payload wherever the site keeps something on a device. */
const poison = (page: Page, payload: string): Promise<void> =>
  page.evaluate((text) => {
    const record = { title: text, at: text, finished: text };
    const lessons = { [text]: record, momentum: record, 'why-both': record };
    localStorage.setItem('bb:theme', text);
    localStorage.setItem('bb:personal', JSON.stringify({ version: text, last: 'momentum', lessons }));
    sessionStorage.setItem('bb:highlight', `${location.pathname} ${text}`);
  }, payload);

groups.forEach((payloads, group) => {
  test(`nothing in an address or kept on the device runs as script, nor does a typed word (${group + 1} of ${GROUPS})`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const faults = await watch(page);
    const harmed: string[] = [];
    const visit = async (path: string): Promise<void> => {
      await page.goto(path);
      if (path.startsWith('search'))
        await expect(page.locator('.search-panel [role=status]')).toHaveText(/\S/);
      const found = await harm(page);
      if (found !== '' || !page.url().startsWith(baseURL ?? '')) harmed.push(`${path}: ${found}`);
    };
    await page.goto('about/');
    for (const [index, payload] of payloads.entries()) {
      const text = encodeURIComponent(payload);
      await poison(page, payload);
      await visit(`lessons/?${text}=${text}#${text}`);
      if (index % FEW !== 0) continue;
      await visit(`search/?q=${text}&kind=${text}#${text}`);
      await visit(`lessons/momentum/?${text}#:~:text=${text}`);
      await visit(`compare/in-practice/?side=${text}&theme=${text}#${text}`);
      await visit(`embed/compare/in-practice/?theme=${text}#${text}`);
      await page.evaluate((whole) => {
        localStorage.setItem('bb:personal', whole);
      }, payload);
      await visit('lessons/');
    }
    await page.goto('search/');
    const box = page.getByRole('searchbox');
    const status = page.locator('.search-panel [role=status]');
    for (const payload of payloads) {
      await box.fill(payload);
      await expect(status).toHaveText(/result|Nothing found/);
      const found = await harm(page);
      if (found !== '') harmed.push(`typed ${payload}: ${found}`);
      await box.fill('');
      await expect(status).toHaveText('');
    }
    expect(harmed).toEqual([]);
    expect(faults).toEqual([]);
  });
});

/** Chooses a file whose every text is the payload, and adds it where the page takes it. */
async function importPayload(page: Page, payload: string): Promise<void> {
  const moment = '2026-11-24T09:30:00.000Z';
  const data = {
    lessons: { momentum: { title: payload.slice(0, 200), finished: moment, note: payload } },
    checks: { 'q-the-trap': { at: moment, right: 1, of: 1 } },
    questionCards: {
      'c-1': {
        at: moment,
        title: payload.slice(0, 120),
        questions: [{ side: 'own', text: payload.slice(0, 300) }],
      },
    },
    growthPlan: {
      active: 'g-1',
      plans: {
        'g-1': {
          at: moment,
          stretch: 'g-weekly-why',
          title: payload.slice(0, 200),
          side: 'leading',
          steps: Array.from({ length: 4 }, () => ({
            if: payload.slice(0, 300),
            then: payload.slice(0, 300),
            done: false,
          })),
          start: '2026-11-23',
          weekday: 1,
          time: '09:00',
        },
      },
    },
    cards: [{ text: payload, [`x ${payload}`]: payload }],
    [`x ${payload}`]: payload,
  };
  const file = { kind: 'blueprint-and-build-personal', version: 1, exported: moment, data };
  for (const text of [payload, JSON.stringify({ ...file, data: { [payload]: {} } }), JSON.stringify(file)]) {
    await page.getByLabel('A file of your data').setInputFiles({
      name: `${payload.replaceAll('\u0000', '')}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await expect(page.locator('personal-data [role=status]')).toHaveText(/Nothing was changed|Add it/);
  }
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.locator('personal-data [role=status]')).toHaveText(/Added|here already|up to date|Left/);
  await page.locator('#record-name').fill(payload);
}

groups.forEach((payloads, group) => {
  test(`nothing in an imported file or a typed name runs as script (${group + 1} of ${GROUPS})`, async ({
    page,
  }) => {
    test.slow();
    const faults = await watch(page);
    const harmed: string[] = [];
    await page.goto('progress/');
    for (const payload of payloads) {
      await importPayload(page, payload);
      const found = await harm(page);
      if (found !== '') harmed.push(`imported ${payload}: ${found}`);
      await page.evaluate(() => {
        localStorage.removeItem('bb:personal');
      });
    }
    await importPayload(page, payloads[0] ?? '');
    await page.reload();
    await expect(page.locator('[data-lesson=momentum]')).toContainText('finished November 24, 2026');
    expect(await harm(page)).toBe('');
    for (const tool of ['questions', 'growth-plan']) {
      await page.goto(`tools/${tool}/`);
      expect(await harm(page), tool).toBe('');
    }
    expect(harmed).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('no message from another window runs as script', async ({ page }) => {
  const faults = await watch(page);
  for (const path of ['embed/compare/in-practice/', 'lessons/momentum/']) {
    await page.goto(path);
    await page.evaluate((payloads) => {
      for (const text of payloads) {
        postMessage(text, '*');
        postMessage({ type: text, height: text, html: text, theme: text }, '*');
        postMessage(JSON.stringify({ type: 'blueprint-and-build:height', height: text }), '*');
      }
    }, INJECTIONS);
    expect(await harm(page)).toBe('');
  }
  expect(faults).toEqual([]);
});

test('the script for pages that embed a table takes heights from our frames alone', async ({
  page,
  baseURL,
}) => {
  const faults = await watch(page);
  await page.route('**/trainer.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe id=ours src="${baseURL}embed/compare/in-practice/" height=300></iframe>
        <iframe id=other name=other src="data:text/html,x" height=300></iframe><script src="${baseURL}embed.js"></script>`,
    }),
  );
  await page.goto('trainer.html');
  await expect.poll(() => page.locator('#ours').getAttribute('height')).not.toBe('300');
  const before = await page.locator('#ours').getAttribute('height');
  for (const frame of page.frames()) {
    if (frame.name() !== 'other') continue;
    await frame.evaluate((payloads) => {
      for (const text of [...payloads, 5000, -1, Infinity, NaN, null, {}, [7]])
        parent.postMessage(JSON.stringify({ type: 'blueprint-and-build:height', height: text }), '*');
      parent.postMessage(JSON.stringify({ type: 'blueprint-and-build:height', height: 5000 }), '*');
    }, INJECTIONS);
  }
  expect(await page.locator('#other').getAttribute('height')).toBe('300');
  expect(await page.locator('#ours').getAttribute('height')).toBe(before);
  expect(await page.evaluate(() => document.querySelectorAll('[data-hit]').length)).toBe(0);
  expect(faults).toEqual([]);
});
