import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { title, word } from '../support/words.ts';

const LESSON = title('lessons/how-they-differ');

const files = unzipSync(new Uint8Array(readFileSync('dist/offline/blueprint-and-build.zip')));
const names = Object.keys(files);
const pages = new Map(
  names
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, parse(new TextDecoder().decode(files[name]))]),
);

test('the zip for a USB stick has the pages, and nothing that only a server can use', () => {
  expect(names).toContain('index.html');
  expect([...pages.keys()].filter((name) => /^lessons\/[^/]+\//.test(name))).toHaveLength(10);
  expect(names.filter((name) => /^pagefind|\.(?:br|gz|js)$|^(?:social|embed|go)\//.test(name))).toEqual([]);
  for (const [name, page] of pages) expect(page.querySelector('script'), name).toBeNull();
});

test('what a workshop needs is in it, and what is not says that it needs a network', () => {
  for (const file of ['slides.pptx', 'handout.pdf', 'questions.moodle.xml', 'questions.gift.txt'])
    expect(names).toContain(`lessons/how-they-differ/${file}`);
  expect(names).toContain('workbook/workbook.pdf');
  const slides = pages.get('trainers/how-they-differ/present/index.html');
  const link = slides?.querySelectorAll('a').find((each) => each.text.includes('PowerPoint'));
  expect(link?.getAttribute('href')).toBe('../../../lessons/how-they-differ/slides.pptx');
  const packages = pages.get('trainers/packages/index.html')?.querySelectorAll('a[href$=".zip"]') ?? [];
  for (const each of packages) expect(each.text).toContain('(needs a network)');
});

test('every link of the zip leads to a place in it, or to a whole address', () => {
  const wrong = [...pages].flatMap(([name, page]) =>
    page
      .querySelectorAll('[href], [src]')
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter((address) => {
        if (/^(?:https?|mailto):/.test(address)) return false;
        const [file = '', fragment] = address.split('#');
        const target = file === '' ? name : posix.join(posix.dirname(name), file);
        if (files[target] === undefined) return true;
        return fragment !== undefined && pages.get(target)?.getElementById(fragment) === null;
      })
      .map((address) => `${name}: ${address}`),
  );
  expect(wrong).toEqual([]);
});

test('unpacked, the site opens from its folder: lesson, concept and back, and asks nobody for anything', async ({
  page,
}, { outputDir }) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(outputDir, name)), { recursive: true });
    writeFileSync(join(outputDir, name), content);
  }
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) problems.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => problems.push(`lacks ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(pathToFileURL(join(outputDir, 'index.html')).href);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click();
  await page.locator('main').getByRole('link', { name: LESSON }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LESSON);
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('.site-header') as Element).display),
  ).not.toBe('block');
  await expect(
    page.getByRole('rowheader', { name: word('comparisons/in-practice.yaml', 'time-horizon', 'dimension') }),
  ).toBeVisible();
  const question = page.locator('check-question').first();
  const answer = question.locator('.answers');
  await expect(answer).toBeHidden();
  await question.locator('summary').click();
  await expect(answer).toBeVisible();
  await page.locator('a.term[href$="legacy/index.html"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title('concepts/legacy'));
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LESSON);
  // In the place of search.
  await page.getByRole('link', { name: 'Concepts A to Z' }).click();
  await page
    .locator('main')
    .getByRole('link', { name: title('concepts/delegation'), exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title('concepts/delegation'));
  expect(problems).toEqual([]);
});
