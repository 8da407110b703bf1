import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { arrowTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import {
  FORMAT_NAME,
  MANIFEST_NAME,
  PACKAGE_FORMATS,
  type PackageFormat,
} from '../../src/exports/lms/package-choice.ts';
import { cmi5Faults, schemaFaults, scormFaults } from '../fixtures/lms/manifest-checks.ts';
import { unpacked, type Unpacked } from '../fixtures/lms/package.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { title } from '../support/words.ts';

const FIRST = title('lessons/why-both');
const LAST = title('lessons/momentum');
const PAGE = 'trainers/packages/';

/** Makes a package of two lessons on the page, as a trainer would. */
async function make(
  page: Page,
  format: PackageFormat,
  grade: 'answers' | 'completion' = 'answers',
): Promise<{ name: string; zip: Buffer; content: Unpacked }> {
  await page.goto(PAGE);
  const builder = page.locator('package-builder');
  for (const lesson of await builder.getByRole('checkbox').all()) await lesson.uncheck();
  await builder.getByRole('checkbox', { name: FIRST }).check();
  await builder.getByRole('checkbox', { name: LAST }).check();
  await builder.getByLabel('Title in your learning system').fill('Our leads: <week 1> & after');
  if (grade === 'answers') await builder.getByLabel('Passing score').fill('85');
  else await builder.getByRole('checkbox', { name: 'The score is the completion' }).check();
  await builder.getByRole('radio', { name: FORMAT_NAME[format] }).check();
  const download = page.waitForEvent('download');
  await builder.getByRole('button', { name: 'Make the package' }).click();
  const file = await download;
  await expect(builder.getByRole('status')).toContainText('is made');
  const zip = readFileSync(await file.path());
  return { name: file.suggestedFilename(), zip, content: unpacked(zip) };
}

for (const format of PACKAGE_FORMATS) {
  test(`a trainer makes a ${format} package of two lessons, and it is as sound as a ready one`, async ({
    page,
  }) => {
    const { name, content } = await make(page, format);
    expect(name).toBe(`our-leads-week-1-after-${format}.zip`);
    expect(schemaFaults(format, content.text(MANIFEST_NAME[format]))).toBe('');
    expect(format === 'cmi5' ? cmi5Faults(content) : scormFaults(format, content)).toEqual([]);
    const html = parse(content.text('index.html'));
    expect(html.querySelectorAll('.package-lesson').map(({ id }) => id)).toEqual(['why-both', 'momentum']);
    expect(html.querySelector('lms-package')?.getAttribute('data-passing')).toBe('0.85');
    for (const link of html.querySelectorAll('a[href^="#"]'))
      expect(html.querySelector(`[id="${link.getAttribute('href')?.slice(1) ?? ''}"]`)).not.toBeNull();
  });
}

test('a package that was made in the browser runs, asks for its passing score, and reading does not complete it', async ({
  page,
}) => {
  const { zip } = await make(page, 'scorm-1.2');
  const system = await LearningSystem.start(zip);
  try {
    await page.goto(system.player({ version: 'scorm-1.2' }));
    const content = page.frameLocator('iframe');
    await expect(content.getByRole('heading', { level: 1 })).toHaveText('Our leads: <week 1> & after');
    await content.getByRole('link', { name: FIRST }).click();
    await content.locator('.lesson-end:visible').scrollIntoViewIfNeeded();
    await content.locator('check-question').evaluateAll((questions) => {
      for (const question of questions)
        question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 1, of: 2 } }));
    });
    await expect(content.locator('lms-package > [role=status]')).toContainText(
      '50%. Not passed: 85% is asked for.',
    );
    await expect.poll(() => page.evaluate('runtime.cmi.core.lesson_status')).toBe('failed');
  } finally {
    await system.stop();
  }
});

test('where the completion is the score, a system that grades by it gives 100 to who reads to the end', async ({
  page,
}) => {
  const { zip } = await make(page, 'scorm-1.2', 'completion');
  await expect(page).toHaveURL(/grade=completion/);
  await page.getByLabel('Passing score').fill('85');
  await page.getByRole('button', { name: 'Make the package' }).click();
  await expect(page.locator('package-builder').getByRole('status')).toContainText(
    'Leave the passing score empty',
  );
  const system = await LearningSystem.start(zip);
  try {
    await page.goto(system.player({ version: 'scorm-1.2' }));
    const content = page.frameLocator('iframe');
    for (const [name, score] of [
      [FIRST, '50'],
      [LAST, '100'],
    ] as const) {
      await content.getByRole('link', { name }).first().click();
      await content.locator('.lesson-end:visible').scrollIntoViewIfNeeded();
      await expect.poll(() => page.evaluate('runtime.cmi.core.score.raw')).toBe(score);
      await content.getByRole('link', { name: 'Contents' }).locator('visible=true').first().click();
    }
    await expect.poll(() => page.evaluate('runtime.cmi.core.lesson_status')).toBe('completed');
  } finally {
    await system.stop();
  }
});

test('no package is made of nothing, and a lost connection is said @engines', async ({ page }) => {
  await page.goto(PAGE);
  const builder = page.locator('package-builder');
  for (const lesson of await builder.getByRole('checkbox').all()) await lesson.uncheck();
  await builder.getByRole('button', { name: 'Make the package' }).click();
  await expect(builder.getByRole('status')).toHaveText('Choose at least one lesson.');
  await builder.getByRole('checkbox').first().check();
  const title = builder.locator('[name=title]');
  await title.fill('   ');
  await builder.getByRole('button', { name: 'Make the package' }).click();
  await expect(builder.getByRole('status')).toHaveText('Give the package a title.');
  await expect(title).toBeFocused();
  await title.fill('Leading');
  const score = builder.getByLabel('Passing score');
  await score.fill('101');
  await builder.getByRole('button', { name: 'Make the package' }).click();
  await expect(builder.getByRole('status')).toHaveText('A passing score is a whole number from 1 to 100.');
  await expect(score).toBeFocused();
  await score.fill('');
  await page.route('**/parts.zip', (route) => route.abort());
  await builder.getByRole('button', { name: 'Make the package' }).click();
  await expect(builder.getByRole('status')).toContainText('Check the connection');
});

test('by keyboard alone a package is refused, corrected and made', async ({ page }) => {
  await page.goto(PAGE);
  const builder = page.locator('package-builder');
  const first = builder.getByRole('checkbox').first();
  const score = builder.getByLabel('Passing score');
  const submit = builder.getByRole('button', { name: 'Make the package' });
  await tabTo(page, first);
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await tabTo(page, builder.getByLabel('Title in your learning system'));
  await page.keyboard.type('Our leads');
  await tabTo(page, score);
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(builder.getByRole('status')).toHaveText('A passing score is a whole number from 1 to 100.');
  await expect(score).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('80');
  await tabTo(page, builder.getByRole('radio', { name: FORMAT_NAME['scorm-1.2'] }));
  await arrowTo(page, builder.getByRole('radio', { name: FORMAT_NAME.cmi5 }));
  await tabTo(page, submit);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const name = (await download).suggestedFilename();
  expect(name).toBe('our-leads-cmi5.zip');
  await expect(builder.getByRole('status')).toContainText(`${name} is made`);
  await expect(submit).toBeFocused();
});

test('axe finds nothing with a choice, a refusal and a package made', async ({ page }) => {
  await page.goto(PAGE);
  const builder = page.locator('package-builder');
  for (const lesson of await builder.getByRole('checkbox').all()) await lesson.uncheck();
  expect(await axeInSchemes(page), 'nothing chosen').toEqual([]);
  await builder.getByRole('button', { name: 'Make the package' }).click();
  await expect(builder.getByRole('status')).toHaveText('Choose at least one lesson.');
  expect(await axeInSchemes(page), 'refused').toEqual([]);
  await make(page, 'scorm-1.2');
  expect(await axeInSchemes(page), 'made').toEqual([]);
});

test('a choice can be linked; what an address gets wrong is left as it was', async ({ page }) => {
  await make(page, 'cmi5');
  const linked = page.url();
  expect(new URL(linked).search).toMatch(/^\?lessons=[a-z\d]+\.[a-z\d]+&score=85&format=cmi5$/);
  await page.goto('about:blank');
  await page.goto(linked);
  const builder = page.locator('package-builder');
  await expect(builder.getByLabel('Passing score')).toHaveValue('85');
  await expect(builder.getByRole('radio', { name: FORMAT_NAME.cmi5 })).toBeChecked();
  await expect(builder.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.goto(`${PAGE}?lessons=nothing&score=-1&format=zip`);
  const lessons = builder.getByRole('group', { name: 'Lessons' });
  await expect(lessons.getByRole('checkbox', { checked: false })).toHaveCount(0);
  await expect(builder.getByLabel('Passing score')).toHaveValue('');
  await expect(builder.getByRole('radio', { name: FORMAT_NAME['scorm-1.2'] })).toBeChecked();
});

test('packages of the same lessons with another passing score are two activities', async ({ page }) => {
  const { content } = await make(page, 'cmi5');
  const id = (manifest: string): string | undefined => /<au id="([^"]+)"/.exec(manifest)?.[1];
  const first = id(content.text('cmi5.xml'));
  expect(first).toMatch(/\/trainers\/packages\/\?lessons=[a-z\d.]+&amp;score=85$/);
  const builder = page.locator('package-builder');
  await builder.getByLabel('Passing score').fill('');
  const download = page.waitForEvent('download');
  await builder.getByRole('button', { name: 'Make the package' }).click();
  const other = unpacked(readFileSync(await (await download).path()));
  expect(id(other.text('cmi5.xml'))).toBe(first?.replace('&amp;score=85', ''));
});
