import { expect, test } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';
import { asFile, harm, harmOf, watch } from '../support/injection.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

/** Lessons whose records take a payload each: as many are tried at once, and as many texts has a card or a plan. */
const LESSONS = [
  'momentum',
  'why-both',
  'how-they-differ',
  'ask-better-questions',
  'what-leadership-is',
  'what-management-is',
  'nadella-at-microsoft',
  'invest-in-your-growth',
];
const TURNS = Array.from({ length: Math.ceil(INJECTIONS.length / LESSONS.length) }, (_, turn) =>
  INJECTIONS.slice(turn * LESSONS.length, (turn + 1) * LESSONS.length),
);

const MOMENT = '2026-11-24T09:30:00.000Z';
const fileOf = (data: object): string =>
  JSON.stringify({ kind: 'blueprint-and-build-personal', version: 1, exported: MOMENT, data });

/** A whole file whose every text is a payload; the open card and the active plan have all of them. */
function poisonedFile(payloads: readonly string[]): string {
  const text = (index: number): string => (payloads[index % payloads.length] ?? '').slice(0, 300);
  const each = <Value>(key: string, value: (payload: string) => Value): Record<string, Value> =>
    Object.fromEntries(payloads.map((payload, index) => [`${key}-${index}`, value(payload)]));
  return fileOf({
    lessons: Object.fromEntries(
      payloads.map((payload, index) => [
        LESSONS[index],
        { title: payload.slice(0, 200), finished: MOMENT, note: payload },
      ]),
    ),
    checks: { 'q-the-trap': { at: MOMENT, right: 1, of: 1 } },
    questionCards: each('c', (payload) => ({
      at: MOMENT,
      title: payload.slice(0, 120),
      questions: payloads.map((_, index) => ({ side: 'own', text: text(index) })),
    })),
    growthPlan: {
      active: 'g-0',
      plans: each('g', (payload) => ({
        at: MOMENT,
        stretch: 'g-weekly-why',
        title: payload.slice(0, 200),
        side: 'leading',
        steps: Array.from({ length: 4 }, (_, step) => ({
          if: text(2 * step),
          then: text(2 * step + 1),
          done: false,
        })),
        start: '2026-11-23',
        weekday: 1,
        time: '09:00',
      })),
    },
    timeAudit: {
      weeks: [],
      rules: payloads.map((payload, index) => ({
        at: `2026-11-24T09:30:0${index}.000Z`,
        words: payload.slice(0, 120),
        category: 'other',
      })),
    },
    cards: payloads.map((payload) => ({ text: payload, [`x ${payload}`]: payload })),
    // Parts that no version knows.
    ...Object.fromEntries(payloads.map((payload) => [`x ${payload}`, { [`x ${payload}`]: payload }])),
  });
}

test('nothing in a file of one’s data runs as script when it is chosen', async ({ page }) => {
  test.setTimeout(240_000);
  const harmed = await harmOf(page, {
    name: 'a chosen file',
    page: 'progress/',
    enter: asFile('personal-data input[type=file]'),
    place: 'personal-data [role=status]',
    answers: /Nothing was changed|Add it/,
    texts: (payload) => [payload, fileOf({ [payload]: {} }), poisonedFile([payload])],
    controls: [[poisonedFile(['harmless']), /Add it/]],
  });
  expect(harmed).toEqual([]);
});

/** Where each share of a file is shown: the page, the place, and in how many parts. */
const SHOWN = [
  ['tools/questions/', '#card-choice > option'],
  ['tools/questions/', '#card-questions > li'],
  ['tools/growth-plan/', '.other-plans li'],
  ['tools/time-audit/', '[data-own-rules] li'],
] as const;

test('nothing in an imported file or a typed name runs as script', async ({ page }) => {
  test.setTimeout(240_000);
  const faults = await watch(page);
  const harmed: string[] = [];
  await page.goto('progress/');
  const status = page.locator('personal-data [role=status]');
  for (const texts of TURNS) {
    await page.evaluate(() => {
      localStorage.removeItem('bb:personal');
    });
    await page.getByLabel('A file of your data').setInputFiles({
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
    const counts: number[] = [];
    for (const [path, selector] of SHOWN) {
      await page.goto(path);
      counts.push(await page.locator(selector).count());
      harmed.push(await harm(page));
    }
    await page.goto('progress/');
    // One plan is active, and stands above the others.
    expect(counts).toEqual([texts.length, texts.length, texts.length - 1, texts.length]);
  }
  expect(harmed.filter((found) => found !== '')).toEqual([]);
  expect(faults).toEqual([]);
});
