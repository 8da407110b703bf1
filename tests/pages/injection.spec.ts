import { expect, test, type Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';
import { GROUPS, handOver, harm, watch } from '../injection.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

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

GROUPS.forEach((payloads, group) => {
  test(`nothing in an address or kept on the device runs as script, nor does a typed word (${group + 1} of ${GROUPS.length})`, async ({
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
    const typed = handOver(
      page.getByRole('searchbox'),
      '.search-panel [role=status]',
      'result|Nothing found',
      payloads.map((text) => ({ text })),
    );
    expect(await typed).toEqual([]);
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
