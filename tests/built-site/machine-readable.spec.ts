import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { XmlDocument } from 'libxml2-wasm';
import { parse } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';
import { fromJSONSchema } from 'zod';
import type { PublishedIndex } from '../../src/exports/download-index.ts';
import type { CourseFile } from '../../src/exports/course-json/schema.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { readGift, readMoodle, readPackage, readQti, textOf } from '../support/question-readers.ts';

const SITE = 'https://blueprint.example';
const read = (path: string): string => readFileSync(`dist${path}`, 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;
const course = json<CourseFile>('/course.json');
const pages = builtPages();
const addresses = new Set(pages.map(({ path }) => path));
const markdownOf = (id: string): string => read(`/lessons/${id}/lesson.md`);

/** Text without what only dresses it: quotation marks are straight, and white space is one space. */
const bare = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('…', '...')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a reader of rendered Markdown reads. */
const saidBy = (markdown: string): string =>
  bare(
    markdown
      .replace(/\[\^[a-z0-9-]+\]/g, '')
      .replace(/^> ?/gm, '')
      .replace(/!?(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, '$1')
      .replace(/^#+ |^- |^\d+\. /gm, '')
      .replace(/(?<!\\)\*+/g, '')
      .replace(/\\(.)/g, '$1'),
  );

test('all content is in one JSON file, in the form that its published schema tells', () => {
  const schema = json<Parameters<typeof fromJSONSchema>[0]>('/course.schema.json');
  const form = fromJSONSchema(schema);
  expect(form.safeParse(course).error?.issues ?? []).toEqual([]);
  expect(course.$schema).toBe(`${SITE}/course.schema.json`);
  const [lesson, ...others] = course.lessons;
  for (const wrong of [
    { ...course, lessons: [{ ...lesson, number: 'one' }, ...others] },
    { ...course, lessons: [{ ...lesson, mood: 'good' }] },
    { ...course, license: undefined },
  ])
    expect(form.safeParse(JSON.parse(JSON.stringify(wrong))).success).toBe(false);
});

test('its references lead to something, and its addresses to pages of the site', () => {
  const ids = (items: readonly { id: string }[]): Set<string> => new Set(items.map(({ id }) => id));
  const known = {
    concepts: ids(course.concepts),
    comparisons: ids(course.comparisons),
    figures: ids(course.figures),
    claims: ids(course.claims),
    sources: ids(course.sources),
    questions: new Set(course.questions.map(({ content }) => content.id)),
  };
  expect(course.lessons).toHaveLength(10);
  for (const lesson of course.lessons)
    for (const key of ['concepts', 'comparisons', 'figures', 'claims', 'sources', 'questions'] as const)
      for (const id of lesson[key]) expect(known[key], `${lesson.id}: ${key}`).toContain(id);
  for (const { lesson } of course.tools.balance?.statements ?? [])
    expect(course.lessons.map(({ id }) => id)).toContain(lesson);
  for (const { content } of course.claims)
    for (const id of content.sources) expect(known.sources).toContain(id);
  expect(course.guides.map(({ lesson }) => lesson)).toEqual(course.lessons.map(({ id }) => id));
  const places = [
    ...course.lessons,
    ...course.concepts,
    ...course.comparisons,
    ...course.figures,
    ...course.questions,
  ];
  for (const { url, lasting } of places) {
    expect(addresses).toContain(new URL(url).pathname);
    expect(new URL(lasting).pathname).toMatch(/^\/go\/[0-9a-z]{4}\/$/);
    expect(addresses).toContain(new URL(lasting).pathname);
  }
});

test('every file for machines says its license and its edition', () => {
  expect(course.license.spdx).toBe('CC-BY-4.0');
  expect(course.edition?.number).toMatch(/^\d+\.\d+$/);
  for (const { id, title, summary, url, lasting } of course.lessons) {
    const [, matter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(markdownOf(id)) ?? [];
    const data = parseYaml(matter) as Record<string, unknown>;
    expect(data['updated']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(data).toMatchObject({
      title,
      description: summary,
      url,
      lasting_link: lasting,
      license: 'CC-BY-4.0',
      edition: course.edition?.number,
    });
  }
});

for (const lesson of course.lessons) {
  test(`the Markdown of ${lesson.id} has all that its page and its data say: tables, figures, questions, sources`, () => {
    const markdown = markdownOf(lesson.id);
    const said = saidBy(markdown);
    const page = pages.find(({ path }) => path === `/lessons/${lesson.id}/`);
    const root = parse(page?.html ?? '', { comment: false });
    const prose = root.querySelector('.prose');
    for (const example of prose?.querySelectorAll('small') ?? [])
      expect(said).toContain(bare(example.textContent).replace(/^Example: /, ''));
    for (const extra of prose?.querySelectorAll(
      'copy-link, .sr-only, [popover], .receipt, .cited, script, .teach, .eyebrow, svg, [data-omit~=print], [data-omit~=search], .dimension, summary, small, .timeline .note, figcaption > span',
    ) ?? [])
      extra.remove();
    const parts =
      prose?.querySelectorAll('h1, h2, h3, p, caption, li:not(:has(p)):not(.timeline li), td, th') ?? [];
    expect(parts.length).toBeGreaterThan(50);
    for (const part of parts) {
      const text = bare(part.textContent);
      if (!text.startsWith('Sources:')) expect(said).toContain(text);
    }
    // Headings are headings, and nothing of MDX is left.
    for (const { level, title } of lesson.sections)
      expect(markdown).toContain(`\n\n${'#'.repeat(level)} ${title}\n\n`);
    expect(markdown).not.toMatch(/<\/?[A-Z]|\{#/);

    const expectSaid = (...texts: string[]): void => {
      for (const text of texts) expect(said).toContain(bare(text));
    };
    expectSaid(lesson.title, lesson.summary, ...lesson.objectives.map(({ text }) => text));
    for (const { label, event } of lesson.timeline) expectSaid(label, event);
    for (const id of lesson.figures) {
      const figure = course.figures.find((one) => one.id === id);
      expectSaid(figure?.title ?? '?', figure?.caption ?? '?', figure?.alt ?? '?');
      for (const row of figure?.table?.rows ?? []) expect(markdown).toContain(`| ${row.join(' | ')} |`);
    }
    for (const { content: question } of course.questions.filter(
      ({ lesson: of, content }) => of === lesson.id && content.where === undefined,
    )) {
      expectSaid(question.prompt);
      if (question.kind === 'recall') expectSaid(question.answer);
      const answers =
        question.kind === 'sort'
          ? question.statements
          : question.kind === 'recall'
            ? question.points
            : question.options;
      for (const { text, feedback } of answers) expectSaid(text, feedback);
    }
    for (const id of lesson.sources) {
      const work = course.sources.find((source) => source.id === id)?.csl;
      expectSaid(work?.title ?? work?.genre ?? '?');
    }
    for (const id of lesson.claims) {
      const claim = course.claims.find((one) => one.id === id)?.content;
      expect(markdown.split(`[^${id}]`).length, `${id}: a mark and its note`).toBeGreaterThan(2);
      expect(markdown.split(`\n[^${id}]:`).length, `${id}: one note`).toBe(2);
      if (claim?.note !== undefined) expectSaid(claim.note);
    }
    // Every row of a table has as many cells as its head.
    for (const table of markdown.match(/(?:^\|.*\|\n)+/gm) ?? []) {
      const cells = table
        .trim()
        .split('\n')
        .map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size).toBe(1);
    }
    // Every link within the site is whole and leads to a page or a file.
    for (const [, to = ''] of markdown.matchAll(/\]\(([^)\s]+)\)/g)) {
      const { origin, pathname } = new URL(to);
      if (origin !== SITE) continue;
      expect(addresses.has(pathname) || read(pathname) !== '', to).toBe(true);
    }
  });
}

test('pages and llms.txt lead machines to the Markdown, the data and the feed', () => {
  const llms = read('/llms.txt');
  const alternates = (path: string): string[] => {
    const page = pages.find((one) => one.path === path);
    return page === undefined
      ? []
      : documentOf(page)
          .querySelectorAll('link[rel=alternate]')
          .map((link) => `${link.getAttribute('type') ?? ''} ${link.getAttribute('href') ?? ''}`);
  };
  for (const { id } of course.lessons) {
    expect(llms).toContain(`(${SITE}/lessons/${id}/lesson.md)`);
    expect(alternates(`/lessons/${id}/`)).toContain(`text/markdown /lessons/${id}/lesson.md`);
  }
  for (const path of ['/course.json', '/course.schema.json', '/changes.atom'])
    expect(llms).toContain(`(${SITE}${path})`);
  for (const path of ['/', '/trainers/'])
    expect(alternates(path)).toContain('application/atom+xml /changes.atom');
});

test('the feed of changes is sound Atom, its ids are stable, and its links lead to pages', () => {
  const spaces = { a: 'http://www.w3.org/2005/Atom' };
  using document = XmlDocument.fromString(read('/changes.atom'));
  const one = (path: string, from = document.root): string => {
    const found = from.find(path, spaces);
    expect(found, path).toHaveLength(1);
    return found[0]?.content ?? '';
  };
  expect(document.root.name).toBe('feed');
  expect(one('a:author/a:name')).toBe('Blueprint & Build');
  expect(one('a:link[@rel="self"]/@href')).toBe(`${SITE}/changes.atom`);
  expect(one('a:id')).toBe('tag:blueprint.example,2026-11-24:changes');
  const entries = document.root.find('a:entry', spaces);
  const newest = course.edition?.date ?? '';
  expect(one('a:updated')).toBe(`${newest}T00:00:00.000Z`);
  expect(entries.length).toBeGreaterThan(1);
  const ids = document.root.find('a:entry/a:id', spaces).map(({ content }) => content);
  expect(new Set(ids).size).toBe(entries.length);
  for (const id of ids)
    expect(id).toMatch(/^tag:blueprint\.example,\d{4}-\d\d-\d\d:edition\/\d+\.\d+(\/[a-z0-9/#-]+)?$/);
  for (const part of ['title', 'updated', 'summary', 'rights', 'link[@rel="alternate"]/@href'])
    expect(document.root.find(`a:entry/a:${part}`, spaces), part).toHaveLength(entries.length);
  for (const { content } of document.root.find('a:entry/a:rights | a:rights', spaces))
    expect(content).toContain('CC BY 4.0');
  for (const { content } of document.root.find('a:entry/a:link/@href', spaces)) {
    const { pathname, hash } = new URL(content);
    const page = pages.find(({ path }) => path === pathname);
    expect(page, content).toBeDefined();
    if (page !== undefined && hash !== '') expect(page.html).toContain(`id="${hash.slice(1)}"`);
  }
});

test('the banks of each lesson, and that of all, hold every question in each format', () => {
  const banks: [folder: string, lesson: string | undefined][] = [
    ...course.lessons.map(({ id }): [string, string] => [`/lessons/${id}/`, id]),
    ['/lessons/', undefined],
  ];
  for (const [folder, id] of banks) {
    const questions = course.questions.filter(({ lesson }) => id === undefined || lesson === id);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    const { assessments, names, manifest } = readPackage(readFileSync(`dist${folder}questions.qti.zip`));
    expect(manifest).toContain('CC-BY-4.0');
    expect(names).toHaveLength(assessments.length + 1);
    expect(assessments).toHaveLength(id === undefined ? course.lessons.length : 1);
    for (const found of [
      readMoodle(read(`${folder}questions.moodle.xml`)),
      readGift(read(`${folder}questions.gift.txt`)),
      assessments.flatMap(readQti),
    ]) {
      expect(found.map((one) => ({ id: one.id, kind: one.kind, prompt: textOf(one.prompt) }))).toEqual(
        found.map((one) => {
          const content = questions.find((question) => question.content.id === one.id)?.content;
          return { id: content?.id, kind: content?.kind, prompt: content?.prompt };
        }),
      );
      expect(found.map((one) => one.id).sort()).toEqual(questions.map(({ content }) => content.id).sort());
      for (const one of found) {
        const question = questions.find(({ content }) => content.id === one.id);
        expect(one.tags).toContain(question?.lesson);
        expect(one.remark).toContain(`href="${question?.lasting ?? '?'}"`);
        expect(one.remark).toContain(`href="${question?.passage ?? '?'}"`);
      }
    }
  }
});

test('the index of downloads has them all, and “Teach this” offers those of a lesson', () => {
  const { downloads, license } = json<PublishedIndex>('/downloads.json');
  expect(license).toBe('CC-BY-4.0');
  const count = (kind: string): number => downloads.filter((one) => one.kind === kind).length;
  expect(['questions-moodle', 'questions-gift', 'questions-qti'].map(count)).toEqual([11, 11, 11]);
  expect([count('markdown'), count('course-json')]).toEqual([10, 1]);
  const guide = pages.find(({ path }) => path === '/trainers/momentum/');
  for (const file of ['lesson.md', 'questions.moodle.xml', 'questions.gift.txt', 'questions.qti.zip'])
    expect(guide?.html).toContain(`href="/lessons/momentum/${file}"`);
});
