import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { ENTRY_KINDS } from '../../src/collections/kinds.ts';
import { contentOf, textsOf } from '../../src/collections/registry.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { builtPages, documentOf } from '../support/site.ts';

const pages = builtPages();
const pageAt = (path: string) => pages.find((page) => page.path === path);
const { entries } = realCourse();

test('every entry has its page, in its list, with its Markdown', () => {
  for (const entry of entries) {
    const page = pageAt(entry.path);
    expect(page, entry.path).toBeDefined();
    const list = pageAt(ENTRY_KINDS[entry.kind].path);
    expect(list?.html, entry.path).toContain(`href="${entry.path}"`);
    for (const { name } of textsOf(entry))
      expect(existsSync(`dist${entry.path}${name}.md`), `${entry.path}${name}.md`).toBe(true);
  }
});

test('the list of answers alone is an FAQ, with what it shows', () => {
  const faqs = pages.filter(({ html }) => html.includes('"FAQPage"')).map(({ path }) => path);
  expect(faqs).toEqual(['/answers/']);
  for (const path of faqs) {
    const page = pageAt(path);
    if (page === undefined) continue;
    const root = documentOf(page);
    const data = JSON.parse(root.querySelector('script[type="application/ld+json"]')?.text ?? '{}') as {
      mainEntity: { name: string; acceptedAnswer: { text: string } }[];
    };
    const shown = root.querySelectorAll('.card').map((card) => ({
      name: card.querySelector('a')?.text.trim(),
      text: card.querySelector('p')?.text.trim(),
    }));
    expect(data.mainEntity.map(({ name, acceptedAnswer }) => ({ name, text: acceptedAnswer.text }))).toEqual(
      shown,
    );
  }
});

test('each paper is a PDF of two sheets, and Word files that unpack', () => {
  for (const { path, kind, data } of entries.filter((entry) => contentOf(entry.kind).paper === true)) {
    expect(readFileSync(`dist${path}paper.pdf`, 'latin1').match(/\/Type\s*\/Page\b/g), path).toHaveLength(2);
    for (const { name } of contentOf(kind).files?.(data) ?? [])
      expect(Object.keys(unzipSync(new Uint8Array(readFileSync(`dist${path}${name}.docx`))))).toContain(
        'word/document.xml',
      );
  }
});

test('a paper shows what is too thin below its example, and never on the blank sheet', () => {
  for (const { path, id } of entries.filter((entry) => contentOf(entry.kind).paper === true)) {
    const file = readFileSync(`src/content/papers/${id}.yaml`, 'utf8');
    const poor = [...file.matchAll(/thin: \{ says: "([^"]+)"/g)].map(([, says]) => says ?? '');
    expect(poor.length, id).toBeGreaterThan(0);
    const page = pageAt(path);
    const sheet = (form: string) =>
      page === undefined ? '' : (documentOf(page).querySelector(`[data-form=${form}]`)?.text ?? '');
    const straight = (text: string) => text.replaceAll('’', "'");
    for (const says of poor) {
      expect(straight(sheet('example')), id).toContain(says);
      expect(straight(readFileSync(`dist${path}example.md`, 'utf8')), id).toContain(says);
      expect(straight(sheet('blank')), id).not.toContain(says);
      expect(straight(readFileSync(`dist${path}blank.md`, 'utf8')), id).not.toContain(says);
    }
  }
});
