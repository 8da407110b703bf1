import { expect, test } from '@playwright/test';
import { GROUPS, handOver, harm, watch } from '../injection.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

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

GROUPS.forEach((payloads, group) => {
  test(`nothing in an imported file or a typed name runs as script (${group + 1} of ${GROUPS.length})`, async ({
    page,
  }) => {
    test.slow();
    const faults = await watch(page);
    await page.goto('progress/');
    const file = page.getByLabel('A file of your data');
    const status = page.locator('personal-data [role=status]');
    const chosen = handOver(
      file,
      'personal-data [role=status]',
      'Nothing was changed|Add it',
      payloads.flatMap((payload) => [
        { text: payload, name: payload },
        { text: asFile({ [payload]: {} }), name: payload },
        { text: poisonedFile([payload]), name: payload },
      ]),
    );
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
