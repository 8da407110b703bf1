import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { weekStart } from '../../src/practice/time-audit/weeks.ts';
import { addDays } from '../../src/utils/days.ts';
import { axeInSchemes } from '../support/axe.ts';
import { tabTo } from '../accessibility/keys.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { storedText } from '../support/stored.ts';
import { word } from '../support/words.ts';

const PAGE = 'tools/time-audit/';
const GOOGLE = 'tests/fixtures/calendars/google.ics';

const kind = (id: string): string => word('tools/time-audit.yaml', id, 'label');
const RUNNING = kind('running');
const SHAPING = kind('shaping');
const GROWING = kind('growing');
const OTHER = kind('other');
const field = (page: Page, kind: string) => page.getByRole('spinbutton', { name: `${kind}, hours` });
const stored = async (page: Page): Promise<string> => (await storedText(page)) ?? '';
const sheet = (text: string, name = 'mine.ics') => ({
  name,
  mimeType: 'text/calendar',
  buffer: Buffer.from(text),
});

/** Opens the tool in New York, on the Tuesday after the week of the calendars. */
async function openInNewYork(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00Z'));
  await page.goto(PAGE);
}

test('a reader enters a week by hand, sees which kind got least, and finds it again @base @all-engines @smoke', async ({
  page,
}) => {
  await page.goto(PAGE);
  for (const [kind, hours] of [
    [RUNNING, '31'],
    [GROWING, '3'],
    [OTHER, '6'],
  ] as const)
    await field(page, kind).fill(hours);
  await expect(page.getByRole('slider', { name: GROWING })).toHaveValue('3');
  await page.getByRole('slider', { name: GROWING }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, GROWING)).toHaveValue('3.5');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('40 hours in all')).toBeVisible();
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(page.getByRole('heading', { name: 'Your week' })).toBeFocused();
  await expect(page.getByText(`The fewest hours went to “${SHAPING}”: 0 hours`)).toBeVisible();
  await expect(
    page.getByRole('img', { name: new RegExp(`^A bar of 40 hours.*${SHAPING} 0 hours`) }),
  ).toBeVisible();
  const table = page.getByRole('table', { name: /in hours$/ });
  await expect(table.getByRole('row', { name: `R: ${RUNNING}` })).toContainText('78%');
  await page.reload();
  await expect(page.getByRole('table', { name: 'Hours of each week' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Remove the week of/ }).click();
  await expect(page.getByRole('heading', { name: 'Weeks kept on this device' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('table', { name: 'Hours of each week' }).getByRole('row')).toHaveCount(2);
});

test('too many hours, and text that is not a number, are refused with the reason', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(page.getByText('Put in some hours first.')).toBeVisible();
  await field(page, RUNNING).fill('100');
  await field(page, OTHER).fill('70.5');
  await expect(page.getByText('A week has 168 hours; these are 2.5 hours more.')).toBeVisible();
  expect(await axeInSchemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(page.getByRole('heading', { name: 'Your week' })).toBeHidden();
  await field(page, OTHER).fill('7.3');
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(page.getByText('Hours are numbers from 0 to 168, in halves')).toBeVisible();
  await expect(field(page, OTHER)).toBeFocused();
});

test.describe('on a device in New York', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('a calendar file is read on the device, sorted, corrected and used by keyboard; no title is stored', async ({
    page,
    baseURL,
  }) => {
    const elsewhere: string[] = [];
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
      if (!request.url().startsWith(new URL(baseURL ?? '').origin) && !request.url().startsWith('blob:'))
        elsewhere.push(request.url());
    });
    await openInNewYork(page);
    await tabTo(page, page.getByLabel('Calendar file'));
    await page.getByLabel('Calendar file').setInputFiles(GOOGLE);
    await expect(page.getByText('5 events in the week of Nov 15 – 21, 2026.')).toBeVisible();
    await expect(page.getByText('1 all-day event was left out')).toBeVisible();
    await expect(page.getByText('2 cancelled or declined events were left out.')).toBeVisible();
    await expect(page.getByText('2 events overlap')).toBeHidden();

    const kinds = page.getByRole('combobox', { name: /^Kind of hour: Stand-up, / });
    await expect(kinds.first()).toHaveValue('running');
    await expect(page.getByRole('combobox', { name: /Kind of hour: 1:1/ })).toHaveValue('growing');
    await tabTo(page, page.getByRole('combobox', { name: 'Kind of hour: Stand-up (moved)' }));
    await page.keyboard.press('End');
    await expect(page.getByRole('combobox', { name: 'Kind of hour: Stand-up (moved)' })).toHaveValue('');

    const always = page
      .getByRole('button', { name: 'Always sort titles like this: Stand-up', exact: true })
      .first();
    await tabTo(page, always);
    await page.keyboard.press('Enter');
    const words = page.getByRole('textbox', { name: 'Titles with these words' });
    await expect(words).toBeFocused();
    await page.getByText('How titles are sorted').click();
    expect(await axeInSchemes(page)).toEqual([]);
    await words.fill('stand-up');
    await page.getByRole('combobox', { name: 'are' }).selectOption(OTHER);
    await tabTo(page, page.getByRole('button', { name: 'Keep this rule' }));
    await page.keyboard.press('Enter');
    await expect(always).toBeFocused();
    for (const select of await kinds.all()) await expect(select).toHaveValue('other');
    // The reader's choice does not change.
    await expect(page.getByRole('combobox', { name: 'Kind of hour: Stand-up (moved)' })).toHaveValue('');

    await tabTo(page, page.getByRole('button', { name: 'Use these hours' }));
    await page.keyboard.press('Enter');
    await expect(field(page, GROWING)).toHaveValue('1');
    // 45 minutes of stand-ups, rounded to halves; the excluded one does not count.
    await expect(field(page, OTHER)).toHaveValue('1');
    await expect(page.getByText('2 hours in all')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Show my week' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your week' })).toBeFocused();
    const kept = await stored(page);
    expect(kept).toContain('"week":"2026-11-15"');
    expect(kept).not.toMatch(/moved|1:1|picker|Budget|Supplier|Birthday|warehouse/i);
    expect(elsewhere).toEqual([]);
    expect(sent).toEqual([]);

    await page.reload();
    await page.getByRole('button', { name: 'Remove “stand-up”' }).click();
    await expect(page.getByRole('heading', { name: 'Your own rules' })).toBeHidden();
    expect(await stored(page)).not.toContain('stand-up');
  });

  test('another week can be read from the same file', async ({ page }) => {
    await openInNewYork(page);
    await page.getByLabel('Calendar file').setInputFiles(GOOGLE);
    await expect(page.getByText('5 events in the week of')).toBeVisible();
    await page.getByRole('combobox', { name: 'Week', exact: true }).selectOption('2026-11-22');
    await expect(page.getByText('6 events in the week of Nov 22 – 28, 2026.')).toBeVisible();
  });

  test('an event marked as free counts only if the reader chooses a kind for it', async ({ page }) => {
    await openInNewYork(page);
    const event = (title: string, extra: string): string =>
      `BEGIN:VEVENT\r\nUID:${title}\r\nDTSTART:20261118T150000Z\r\nDURATION:PT2H\r\nSUMMARY:${title}\r\n${extra}END:VEVENT\r\n`;
    const text = `BEGIN:VCALENDAR\r\n${event('Meeting', '')}${event('Hold', 'TRANSP:TRANSPARENT\r\n')}END:VCALENDAR\r\n`;
    await page.getByLabel('Calendar file').setInputFiles(sheet(text));
    await expect(page.getByText('1 event, 2 hours.')).toBeVisible();
    const hold = page.getByRole('combobox', { name: /Kind of hour: Hold/ });
    await expect(hold).toHaveValue('');
    await page.getByRole('button', { name: 'Use these hours' }).click();
    await expect(page.getByText('2 hours in all')).toBeVisible();
    // Chosen, it shares the two hours, so that none counts twice.
    await hold.selectOption(GROWING);
    await page.getByRole('button', { name: 'Use these hours' }).click();
    await expect(field(page, GROWING)).toHaveValue('1');
    await expect(page.getByText('2 hours in all')).toBeVisible();
  });

  test.describe('in a region of Mondays and twenty-four hours', () => {
    test.use({ locale: 'de-DE' });

    test('weeks, days and times are as the region writes them', async ({ page }) => {
      await openInNewYork(page);
      await expect(page.getByRole('combobox', { name: 'Week', exact: true })).toHaveValue('2026-11-16');
      await expect(page.getByRole('combobox', { name: /^Day/ }).locator('option').first()).toHaveText(
        'Monday',
      );
      await page.getByLabel('Calendar file').setInputFiles(GOOGLE);
      await expect(page.getByText('5 events in the week of Nov 16 – 22, 2026.')).toBeVisible();
      await expect(page.getByText(/^Mon 09:00 – 09:15/)).toBeVisible();
    });
  });

  test('a file that is not a calendar shows the reason, and loses nothing', async ({ page }, testInfo) => {
    // From the disk, because a file that the test sends takes seconds.
    const large = testInfo.outputPath('large.ics');
    writeFileSync(large, 'x'.repeat(20 * 1024 * 1024 + 1));
    await openInNewYork(page);
    await page.getByLabel('Calendar file').setInputFiles(GOOGLE);
    await expect(page.getByText('5 events in the week of')).toBeVisible();
    await field(page, RUNNING).fill('12');
    for (const [file, reason] of [
      [sheet(''), 'This file is empty.'],
      [sheet('<!doctype html>'), 'This is not a calendar file.'],
      [sheet('PK\u0003\u0004', 'calendar.zip'), 'This is a .zip file.'],
      [large, 'This file is larger than 20 MB'],
    ] as const) {
      await page.getByLabel('Calendar file').setInputFiles(file);
      await expect(page.getByText(reason)).toBeVisible();
      await expect(page.getByRole('combobox', { name: /Kind of hour/ })).toHaveCount(5);
      await expect(field(page, RUNNING)).toHaveValue('12');
    }
    await page.getByRole('combobox', { name: 'Week', exact: true }).selectOption('2026-11-22');
    await expect(page.getByText('6 events in the week of')).toBeVisible();
  });

  test('the page stays responsive with ten thousand events', async ({ page }) => {
    // Uses the real clock, because a fixed one cannot measure.
    const first = addDays(weekStart(Date.now(), 'America/New_York', 0), -7);
    const events = Array.from({ length: 10_000 }, (_, index) => {
      const day = addDays(first, index % 7).replaceAll('-', '');
      return `BEGIN:VEVENT\r\nUID:${index}\r\nDTSTART:${day}T1${index % 10}0000Z\r\nDTEND:${day}T1${index % 10}3000Z\r\nSUMMARY:Event ${index}\r\nEND:VEVENT\r\n`;
    });
    await page.goto(PAGE);
    await page.evaluate(() => {
      const seen = { longest: 0, last: performance.now() };
      setInterval(() => {
        const now = performance.now();
        seen.longest = Math.max(seen.longest, now - seen.last);
        seen.last = now;
      }, 10);
      Object.assign(globalThis, { seen });
    });
    const begun = Date.now();
    const file = sheet(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`);
    await page.getByLabel('Calendar file').setInputFiles(file);
    await expect(page.getByText('10000 events in the week of')).toBeVisible({ timeout: 60_000 });
    const { longest } = await page.evaluate(
      () => (globalThis as unknown as { seen: { longest: number } }).seen,
    );
    test
      .info()
      .annotations.push({ type: 'ms', description: `${Date.now() - begun} in all, ${longest} at most` });
    expect(longest).toBeLessThan(2_000);
    await expect(page.getByRole('combobox', { name: /Kind of hour/ })).toHaveCount(100);
    await page.getByRole('button', { name: 'Show more events' }).click();
    await expect(page.getByRole('combobox', { name: /Kind of hour/ }).nth(100)).toBeFocused();
  });

  test('an hour to step back can be downloaded as a calendar file', async ({ page }) => {
    await openInNewYork(page);
    await page.getByRole('combobox', { name: /^Day/ }).selectOption('Tuesday');
    await page.getByLabel('Time').fill('06:30');
    await page.getByLabel('Minutes').fill('45');
    await page.getByRole('spinbutton', { name: 'Weeks' }).fill('6');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download for my calendar' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('step-back-2026-11-24.ics');
    const text = await readFile(await file.path(), 'utf8');
    // It is Tuesday, seven in the morning, so half past six is a week away.
    expect(text).toContain('DTSTART:20261201T063000\r\n');
    expect(text).toContain('RRULE:FREQ=WEEKLY;COUNT=6\r\n');
    expect(text).toContain('DURATION:PT45M\r\n');
    await expect(page.getByText('Downloaded. Open the file')).toBeVisible();
  });
});

test('on a phone of 320 pixels a result does not overflow the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(PAGE);
  await page.getByLabel('Calendar file').setInputFiles(GOOGLE);
  await expect(page.getByText(/events? in the week of/)).toBeVisible();
  await field(page, RUNNING).fill('40');
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(page.getByRole('heading', { name: 'Your week' })).toBeFocused();
  expect(await axeInSchemes(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('without scripts the page is a worksheet; with a result, the table is printed without forms', async ({
  page,
}) => {
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { name: /^Worksheet/ })).toBeHidden();
  await field(page, RUNNING).fill('40');
  await page.getByRole('button', { name: 'Show my week' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: /in hours$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Worksheet/ })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show my week' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await withoutScripts(page);
  await page.goto(PAGE);
  await expect(
    page.getByRole('table', { name: /^Worksheet/ }).or(page.locator('.worksheet table')),
  ).toBeVisible();
  await expect(page.getByText('With JavaScript, this page adds up your hours')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show my week' })).toBeHidden();
});
