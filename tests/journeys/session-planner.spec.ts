import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { arrowTo, tabTo } from '../accessibility/keys.ts';
import { axeInScheme } from '../support/axe.ts';
import { INJECTIONS } from '../fixtures/injections.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { title } from '../support/words.ts';

const PAGE = 'trainers/plan/';
const said = (page: Page): Locator => page.locator('[data-place="said"]');
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const agenda = (page: Page): Locator => page.getByRole('table');
/** The lines of the agenda: times, minutes and text. */
const lines = (page: Page): Promise<{ time: string; minutes: number; text: string }[]> =>
  agenda(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [time = '', minutes = '', text = ''] = [...row.children].map((cell) => cell.textContent);
        return { time, minutes: Number(minutes), text };
      }),
    );
/** Minutes since midnight of a time in the agenda. */
const minuteOf = (time: string): number => {
  const [, hour, minute, half] = /^(\d+):(\d\d)\s(AM|PM)$/.exec(time) ?? [];
  return (Number(hour) % 12) * 60 + Number(minute) + (half === 'PM' ? 720 : 0);
};

async function expectToAddUp(page: Page, start: number, minutes: number): Promise<void> {
  let end = start;
  for (const line of await lines(page)) {
    expect(minuteOf(line.time)).toBe(end);
    end += line.minutes;
  }
  expect(end - start).toBe(minutes);
}

test('a trainer plans 90 minutes with two lessons by keyboard, and the link opens the same plan @base @smoke', async ({
  page,
  context,
}) => {
  await page.goto(PAGE);
  await expect(page.getByRole('checkbox', { name: '4. ' })).toBeChecked();
  await tabTo(page, button(page, '90 minutes'));
  await page.keyboard.press('Enter');
  await expect(button(page, '90 minutes')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('Minutes')).toHaveValue('90');
  await tabTo(page, page.getByLabel('People', { exact: true }));
  await page.keyboard.type('12');
  await tabTo(page, page.getByRole('radio', { name: 'In a room' }));
  await arrowTo(page, page.getByRole('radio', { name: 'In a video call' }));
  await tabTo(page, page.getByRole('checkbox', { name: '3. ' }));
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#minutes=90&people=12&where=call&start=09:00&lessons=3,4$/);
  await expect(said(page)).toContainText('9:00 AM to 10:30 AM');
  await expect(agenda(page).locator('caption')).toContainText('90 minutes in a video call, 12 people');
  await expectToAddUp(page, 9 * 60, 90);
  const planned = await lines(page);
  expect(planned.filter(({ text }) => text.startsWith('Break'))).toHaveLength(1);
  await expect(page.getByRole('heading', { name: 'With 12 people' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In the video call' })).toBeVisible();

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tabTo(page, button(page, 'Copy the link'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied the link.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByLabel('People', { exact: true })).toHaveValue('12');
  expect(await lines(other)).toEqual(planned);
});

test('the agenda has the lasting link of each lesson, and a link to its guide @all-engines', async ({
  page,
  baseURL,
}) => {
  await page.goto(`${PAGE}#minutes=60&people=15&where=room&start=13:15&lessons=4`);
  await expectToAddUp(page, 13 * 60 + 15, 60);
  await expect(page.getByRole('heading', { name: 'With 15 people' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In the video call' })).toBeHidden();
  const links = page.getByRole('region', { name: 'Links' });
  await expect(links.getByRole('link', { name: /^Guide: Lesson 4/ })).toHaveAttribute(
    'href',
    '/trainers/how-they-differ/',
  );
  await links.getByRole('link', { name: /\/go\// }).click();
  await expect(page).toHaveURL(`${baseURL}lessons/how-they-differ/`);
});

test('if the time is too short, the page says what is left out and how long everything would take', async ({
  page,
}) => {
  await page.goto(PAGE);
  await page.getByRole('checkbox', { name: '7. ' }).check();
  await page.getByLabel('Minutes').fill('40');
  await page.getByLabel('Minutes').press('Enter');
  await expect(said(page)).toContainText('40 minutes are too short for all that you chose.');
  await expect(said(page)).toContainText(
    `Left out: lesson 7 (${title('lessons/see-where-your-time-goes')}).`,
  );
  const [, needed = ''] = /needs at least (\d+) minutes/.exec(await said(page).innerText()) ?? [];
  await page.getByLabel('Minutes').fill(needed);
  await page.getByLabel('Minutes').press('Enter');
  await expect(said(page)).not.toContainText('too short');
  await expect(agenda(page)).toContainText('Lesson 7');
});

test('a day has breaks and lunch, and a suggestion for unused time', async ({ page }) => {
  await page.goto(PAGE);
  await button(page, 'A day').click();
  await expect(said(page)).toContainText('hold no more. Choose a further lesson, or a shorter session.');
  for (const number of [5, 6, 7, 8]) await page.getByRole('checkbox', { name: `${number}. ` }).check();
  const day = await lines(page);
  expect(day.filter(({ text }) => text.startsWith('Lunch'))).toEqual([
    expect.objectContaining({ minutes: 45 }),
  ]);
  expect(day.filter(({ text }) => text.startsWith('Break')).length).toBeGreaterThanOrEqual(3);
});

test('an invalid field shows a message, and the last plan stays', async ({ page }) => {
  await page.goto(PAGE);
  const before = await lines(page);
  await page.getByLabel('Minutes').fill('900');
  await page.getByLabel('Minutes').press('Enter');
  await expect(page.getByLabel('Minutes')).toHaveAttribute('aria-invalid', 'true');
  await expect(said(page)).toContainText('Minutes: write a whole number from 30 to 480.');
  await page.getByRole('checkbox', { name: '4. ' }).uncheck();
  await expect(said(page)).toContainText('Lessons: choose one or more.');
  expect(await lines(page)).toEqual(before);
  await expect(page).toHaveURL(/plan\/$/);
  await page.getByRole('checkbox', { name: '1. ', exact: false }).first().check();
  await button(page, '30 minutes').click();
  await expect(page.getByLabel('Minutes')).not.toHaveAttribute('aria-invalid');
  await expectToAddUp(page, 9 * 60, 30);
});

/** The name and text of the file that a button downloads. */
async function fileOf(page: Page, name: string): Promise<[name: string, text: string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

test('the Markdown file has the agenda, the materials and the links', async ({ page }) => {
  await page.goto(`${PAGE}#minutes=90&people=40&where=room&start=09:00&lessons=3,4`);
  const planned = await lines(page);
  const [name, text] = await fileOf(page, 'Markdown file');
  expect(name).toBe('session.md');
  const rows = text.split('\n').filter((line) => /^\| \d/.test(line));
  expect(rows.map((row) => row.split(' | ')[1])).toEqual(planned.map(({ minutes }) => String(minutes)));
  expect(text).toContain('## Bring');
  expect(text).toContain('## With 40 people');
  expect(text).toMatch(/<https:\/\/blueprint\.example\/go\/\w+\/> \(guide: <https:/);
  expect(text).toContain('#minutes=90&people=40&where=room&start=09:00&lessons=3,4>');
});

test('the calendar file has one event on the chosen day, with the agenda', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
  await page.goto(`${PAGE}#minutes=90&people=15&where=room&start=14:30&lessons=4`);
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2026-11-30');
  await page.getByLabel('Day', { exact: true }).fill('2026-12-03');
  const [name, text] = await fileOf(page, 'Calendar file (.ics)');
  expect(name).toBe('session-2026-12-03.ics');
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  const [component] = events;
  if (component === undefined) throw new Error('no event');
  const event = new ICAL.Event(component);
  expect(event.summary).toBe(`Session: ${title('lessons/how-they-differ')}`);
  expect(event.startDate.toString()).toBe('2026-12-03T14:30:00');
  expect(event.duration.toSeconds()).toBe(90 * 60);
  for (const { time, minutes } of await lines(page))
    expect(event.description).toContain(`${time} (${minutes} min)`);
  expect(event.description).toContain('#minutes=90&people=15&where=room&start=14:30&lessons=4');
  await page.getByLabel('Day', { exact: true }).fill('');
  await button(page, 'Calendar file (.ics)').click();
  await expect(page.getByText('Choose the day of the session first.')).toBeVisible();
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused();
});

/** Twelve names, as they come from a list. */
const PEOPLE = Array.from({ length: 12 }, (_, index) => `Person ${String.fromCodePoint(65 + index)}`);

for (const number of [4, 6])
  test(`a workshop of 90 minutes on lesson ${number} for 12 people is one download, with nothing to make by hand`, async ({
    page,
  }) => {
    await page.goto(`${PAGE}#minutes=90&people=12&where=room&start=09:00&lessons=${number}`);
    await page.getByLabel('Day', { exact: true }).fill('2027-01-04');
    await page.getByLabel('Place, or link of the call').fill('Room 4 <b>');
    await page.getByLabel('Led by').fill('Kim Ode');
    await page.getByLabel(/^Names of participants/).fill(PEOPLE.join('\n'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Everything for this plan (.zip)').click(),
    ]);
    await expect(page.getByText('Begin with README.txt.')).toBeVisible();
    const files = new Map(Object.entries(unzipSync(await readFile(await download.path()))));
    const text = (name: string): string => strFromU8(files.get(name) ?? new Uint8Array());
    const kit =
      [...files.keys()].find((name) => name.endsWith('/README.txt'))?.replace('README.txt', '') ?? '';
    const below = [...files.keys()]
      .filter((name) => name.startsWith(kit))
      .map((name) => name.slice(kit.length));

    // What a trainer holds, shows, hands out and sends.
    expect(below).toEqual(
      expect.arrayContaining([
        '1-guide.pdf',
        '2-slides.pptx',
        '3-sheets.pdf',
        '4-handout.pdf',
        '5-workbook.pdf',
        '7-link-to-the-lesson.png',
        '8-editable/evaluation.docx',
      ]),
    );
    const plan = text('1-session.md');
    expect(plan).toContain('12 people');
    // Groups and copies are for 12, and each sheet that the plan says to print is in the kit.
    expect(plan).toMatch(/12 people: \d+ groups? of \d/);
    const printed = [...plan.matchAll(/Print (\d+) of “([^”]+)”/g)];
    expect(printed.length).toBeGreaterThan(0);
    for (const [, copies, sheet = ''] of printed) {
      expect(Number(copies)).toBeLessThanOrEqual(12);
      expect(text(`${kit}README.txt`)).toContain(`- “${sheet}” Print`);
    }
    const event = new ICAL.Component(ICAL.parse(text('2-session.ics')) as unknown[]).getFirstSubcomponent(
      'vevent',
    );
    expect(String(event?.getFirstPropertyValue('dtstart'))).toContain('2027-01-04');
    expect(text('3-invitation.txt')).toContain('Monday, January 4, 2027');
    expect(text('3-invitation.txt')).toContain('Where: Room 4 <b>');
    expect(text('2-session.ics')).toContain('LOCATION:Room 4 <b>');
    // A name for each row of the attendance sheet, and a statement for each name; none of it is in the address.
    await page.setContent(text('4-attendance-and-statements.html'));
    await expect(page.getByRole('row')).toHaveCount(PEOPLE.length + 1);
    await expect(page.getByRole('heading', { name: 'Statement of participation' })).toHaveCount(
      PEOPLE.length,
    );
    for (const name of PEOPLE) await expect(page.getByText(name)).toHaveCount(2);
    await expect(page.getByText('Room 4 <b>')).toHaveCount(PEOPLE.length + 1);
    expect(page.url() + text('1-session.md')).not.toMatch(/Kim|Room|Person/);
    expect(text('5-one-week-later.txt')).toContain('Subject: One week after');
    // The README tells what comes when, and names no file that is not there.
    for (const [, name = ''] of text('README.txt').matchAll(/^(\d-[\w.-]+)\r?$/gm))
      expect([...files.keys()]).toContain(name);
  });

test('a trainer puts a case into a session: its minutes, its page for the room, its slides and its copies', async ({
  page,
}) => {
  await page.goto(`${PAGE}#minutes=90&people=12&where=room&start=09:00&lessons=3`);
  const box = page.getByRole('group', { name: 'Cases to decide, if you like' }).getByRole('checkbox').first();
  const name = ((await box.locator('..').textContent()) ?? '').replace(/\(lesson \d+\)/, '').trim();
  await box.check();
  await expect(page).toHaveURL(/&lessons=3&cases=[a-z-]+$/);
  await expectToAddUp(page, 9 * 60, 90);
  const row = agenda(page)
    .getByRole('row')
    .filter({ hasText: `Case: ${name}` });
  await expect(row).toHaveCount(1);
  await page.reload();
  await expect(box).toBeChecked();
  await expect(row).toHaveCount(1);

  await page.getByLabel('Day', { exact: true }).fill('2027-01-04');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Everything for this plan (.zip)').click(),
  ]);
  const files = unzipSync(await readFile(await download.path()));
  const ofCase = Object.keys(files).filter((file) => file.startsWith('case-'));
  for (const wanted of ['slides.pptx', 'facilitator.pdf', 'participants.pdf'])
    expect(ofCase.map((file) => file.replace(/^.*\//, ''))).toContain(wanted);
  expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toContain(`The case “${name}”`);

  await page
    .getByRole('region', { name: 'Links' })
    .getByRole('link', { name: `For a room: Case: ${name}` })
    .click();
  await expect(page).toHaveURL(/\/cases\/[a-z-]+\/room\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('only the agenda is printed', async ({ page }) => {
  await page.goto(PAGE);
  // Inspects the page while it is being printed.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await button(page, 'Print').click();
  await page.emulateMedia({ media: 'print' });
  await expect(agenda(page)).toBeVisible();
  for (const off of [
    page.getByRole('heading', { level: 1 }),
    page.locator('form').first(),
    button(page, 'Print'),
  ])
    await expect(off).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel(/^Names of participants/).fill('Ann Example\n\n  Bo\tSample \n');
  await expect(page).toHaveURL(/plan\/$/);
  await button(page, 'Print attendance and statements').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Attendance' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Statement of participation' })).toHaveCount(2);
  await expect(page.getByRole('rowheader', { name: 'Bo Sample' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your agenda' })).toBeHidden();
});

test('an invalid address falls back to the default plan with a message, and runs no script', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    (globalThis as unknown as { hit: () => void }).hit = () => {
      throw new Error('a script of the address ran');
    };
  });
  await page.goto(PAGE);
  const usual = await lines(page);
  for (const text of INJECTIONS.filter((_, index) => index % 20 === 0)) {
    const code = encodeURIComponent(text);
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, `#minutes=${code}&people=${code}&where=${code}&start=${code}&lessons=${code}`);
    await expect(said(page).locator('.problem')).not.toHaveCount(0);
    expect(await lines(page)).toEqual(usual);
    await expect(page.locator('[data-hit]')).toHaveCount(0);
    // Waits until the next address is read: this plan has no problem.
    await page.evaluate(() => {
      location.hash = '#minutes=60&people=15&where=room&start=09:00&lessons=4';
    });
    await expect(said(page).locator('.problem')).toHaveCount(0);
  }
  await page.evaluate(() => {
    location.hash = '#plan=<img src=x onerror=hit()>';
  });
  await expect(said(page)).toContainText('in this link, so we took what we usually start with');
  await page.goto('about:blank');
  await page.goto(`${PAGE}#minutes=45&people=0&lessons=99`);
  await expect(said(page)).toContainText('the group size');
  await expect(said(page)).toContainText('the lessons');
  await expect(page.getByLabel('Minutes')).toHaveValue('45');
  expect(faults).toEqual([]);
});

test('without JavaScript the page has no form, but the guides', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(PAGE);
  await expect(page.getByText('The planner needs JavaScript.')).toBeVisible();
  await expect(page.getByLabel('Minutes')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Your agenda' })).toBeHidden();
  await page.getByRole('link', { name: /^Lesson 4: / }).click();
  await expect(page).toHaveURL(/\/trainers\/how-they-differ\/$/);
});

const STATES: [name: string, fragment: string, act: (page: Page) => Promise<void>][] = [
  ['the usual plan', '', async () => undefined],
  [
    'a day in a video call',
    '#minutes=420&people=40&where=call&start=09:00&lessons=3,4,5,6',
    async (page) => expect(agenda(page)).toContainText('Lunch'),
  ],
  [
    'lessons left out',
    '#minutes=30&people=15&where=room&start=09:00&lessons=1,2',
    async (page) => expect(said(page)).toContainText('Left out'),
  ],
  ['an odd address', '#minutes=x', async (page) => expect(said(page).locator('.problem')).not.toHaveCount(0)],
  [
    'a field that cannot be used',
    '',
    async (page) => {
      await page.getByLabel('Minutes').fill('9');
      await page.getByLabel('Minutes').press('Enter');
      await expect(said(page)).toContainText('Minutes: write');
    },
  ],
  [
    'a text to copy by hand',
    '',
    async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      await button(page, 'Copy the link').click();
      await expect(page.getByLabel('To copy by hand')).toHaveValue(/#minutes=/);
    },
  ],
];

test('axe finds nothing in any state of the session planner, and nothing scrolls sideways', async ({
  page,
}) => {
  for (const [name, fragment, act] of STATES) {
    await page.goto('about:blank');
    await page.goto(PAGE + fragment);
    await act(page);
    for (const [width, scheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await axeInScheme(page, scheme), `${name}, ${width} pixels`).toEqual([]);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect.soft(sideways, `${name}: scrolls sideways at 320 pixels`).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
