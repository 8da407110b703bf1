import { expect, test, type Locator, type Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

interface Watched {
  hits: number;
  hit: () => void;
  harm: () => string;
}

/** Counts every script that gets to run, in the page and before it. */
async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.hits = 0;
    watched.hit = () => (watched.hits += 1);
    watched.harm = () => {
      const made = document.querySelectorAll(
        '[data-hit], [onerror], [onload], [onfocus], iframe[srcdoc], object',
      );
      return watched.hits > 0 || made.length > 0
        ? `${watched.hits} scripts ran, ${made.length} elements were made`
        : '';
    };
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** What is wrong with the page after a payload: a script that ran, an element that was made, a page that was left. */
const harm = (page: Page): Promise<string> => page.evaluate(() => (globalThis as unknown as Watched).harm());

/**
 * Types each payload into a field, or chooses it as the name and the whole of a file, once the page has answered the
 * one before. All happens in the page: going to and fro for each payload takes longer than the page does.
 *
 * @param status where the page answers
 * @param answer what it then says, as a regular expression
 * @returns what did harm
 */
const handOver = (
  field: Locator,
  status: string,
  answer: string,
  payloads: readonly string[],
): Promise<string[]> =>
  field.evaluate(
    async (input: HTMLInputElement, given) => {
      const place = document.querySelector(given.status);
      if (place === null) throw new Error('The page has no place to answer in.');
      const says = (pattern: RegExp): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!pattern.test(place.textContent ?? '')) return;
            observer.disconnect();
            resolve();
          };
          const observer = new MutationObserver(look);
          observer.observe(place, { childList: true, characterData: true, subtree: true });
          look();
        });
      const type = async (text: string): Promise<void> => {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await says(/^$/);
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const choose = (text: string): void => {
        place.replaceChildren();
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], `${text}.json`, { type: 'application/json' }));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      };
      const harmed: string[] = [];
      for (const text of given.payloads) {
        if (input.type === 'file') choose(text);
        else await type(text);
        await says(new RegExp(given.answer));
        const found = (globalThis as unknown as Watched).harm();
        if (found !== '') harmed.push(`${text}: ${found}`);
      }
      return harmed;
    },
    { status, answer, payloads },
  );

/** Payloads in groups, so that the workers share them. */
const GROUPS = 10;
const groups = Array.from({ length: GROUPS }, (_, group) =>
  INJECTIONS.filter((_payload, index) => index % GROUPS === group),
);

test('there are at least 200 payloads, all different', () => {
  expect(new Set(INJECTIONS).size).toBeGreaterThanOrEqual(200);
});

/** Lessons whose records take a payload each: as many are tried at once. */
const LESSONS = [
  'momentum',
  'why-both',
  'how-they-differ',
  'ask-better-questions',
  'what-leadership-is',
  'what-management-is',
];

const inTurns = (payloads: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(payloads.length / LESSONS.length) }, (_, turn) =>
    payloads.slice(turn * LESSONS.length, (turn + 1) * LESSONS.length),
  );

/** Leaves a payload wherever the site keeps something on a device. */
const poison = (page: Page, payloads: readonly string[]): Promise<void> =>
  page.evaluate(
    ({ texts, ids }) => {
      const record = (text: string): object => ({ title: text, at: text, finished: text });
      const lessons = texts.flatMap((text, index) => [
        [text, record(text)],
        [ids[index], record(text)],
      ]);
      const [first = ''] = texts;
      localStorage.setItem('bb:theme', first);
      localStorage.setItem(
        'bb:personal',
        JSON.stringify({ version: first, last: 'momentum', lessons: Object.fromEntries(lessons) as object }),
      );
      sessionStorage.setItem('bb:highlight', `${location.pathname} ${first}`);
    },
    { texts: payloads, ids: LESSONS },
  );

/** Addresses of the kinds of pages that read theirs, with a payload wherever one may stand. */
const addresses = (payload: string): string[] => {
  const text = encodeURIComponent(payload);
  return [
    `search/?q=${text}&kind=${text}#${text}`,
    `lessons/momentum/?${text}#:~:text=${text}`,
    `compare/in-practice/?side=${text}&theme=${text}#${text}`,
    `embed/compare/in-practice/?theme=${text}#${text}`,
  ];
};

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
    for (const texts of inTurns(payloads)) {
      await poison(page, texts);
      const [first = ''] = texts;
      const text = encodeURIComponent(first);
      await visit(`lessons/?${text}=${text}#${text}`);
      for (const address of addresses(first)) await visit(address);
      await page.evaluate((whole) => {
        localStorage.setItem('bb:personal', whole);
      }, first);
      await visit('lessons/');
    }
    await page.goto('search/');
    const typed = handOver(
      page.getByRole('searchbox'),
      '.search-panel [role=status]',
      'result|Nothing found',
      payloads,
    );
    expect(await typed).toEqual([]);
    expect(harmed).toEqual([]);
    expect(faults).toEqual([]);
  });
});

const MOMENT = '2026-11-24T09:30:00.000Z';
const asFile = (data: object): string =>
  JSON.stringify({ kind: 'blueprint-and-build-personal', version: 1, exported: MOMENT, data });

/** A whole file whose every text is a payload. */
const poisonedFile = (payloads: readonly string[]): string =>
  asFile({
    lessons: Object.fromEntries(
      payloads.map((payload, index) => [
        LESSONS[index],
        { title: payload.slice(0, 200), finished: MOMENT, note: payload },
      ]),
    ),
    checks: { 'q-the-trap': { at: MOMENT, right: 1, of: 1 } },
    questionCards: Object.fromEntries(
      payloads.map((payload, index) => [
        `c-${index}`,
        {
          at: MOMENT,
          title: payload.slice(0, 120),
          questions: [{ side: 'own', text: payload.slice(0, 300) }],
        },
      ]),
    ),
    growthPlan: {
      active: 'g-0',
      plans: Object.fromEntries(
        payloads.map((payload, index) => [
          `g-${index}`,
          {
            at: MOMENT,
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
        ]),
      ),
    },
    cards: payloads.map((payload) => ({ text: payload, [`x ${payload}`]: payload })),
    // Parts that no version knows.
    ...Object.fromEntries(payloads.map((payload) => [`x ${payload}`, { [`x ${payload}`]: payload }])),
  });

groups.forEach((payloads, group) => {
  test(`nothing in an imported file or a typed name runs as script (${group + 1} of ${GROUPS})`, async ({
    page,
  }) => {
    test.slow();
    const faults = await watch(page);
    await page.goto('progress/');
    const file = page.getByLabel('A file of your data');
    const status = page.locator('personal-data [role=status]');
    const chosen = handOver(file, 'personal-data [role=status]', 'Nothing was changed', payloads);
    expect(await chosen).toEqual([]);
    for (const texts of inTurns(payloads)) {
      await page.evaluate(() => {
        localStorage.removeItem('bb:personal');
      });
      await file.setInputFiles({
        name: 'data.json',
        mimeType: 'application/json',
        buffer: Buffer.from(poisonedFile(texts)),
      });
      await expect(status).toHaveText(/Add it/);
      await page.getByRole('button', { name: 'Add to what is here' }).click();
      await expect(status).toHaveText(/Added|here already|up to date|Left/);
      for (const text of texts) await page.locator('#record-name').fill(text);
      expect(await harm(page), texts.join('\n')).toBe('');
      await page.reload();
      await expect(page.locator('[data-lesson=momentum]')).toContainText('finished November 24, 2026');
      expect(await harm(page), texts.join('\n')).toBe('');
    }
    for (const tool of ['questions', 'growth-plan']) {
      await page.goto(`tools/${tool}/`);
      expect(await harm(page), tool).toBe('');
    }
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
