import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Cite } from '@citation-js/core';
import { addCitationStyle, pageBibtex, pageReference, pageRis, type CitedPage } from './citations.ts';

const style = (name: string): string => readFileSync(`src/course/citation-styles/${name}.csl`, 'utf8');
addCitationStyle('mla', style('modern-language-association'));
addCitationStyle('chicago', style('chicago-author-date'));

const piece = (id: string, title: string, path: string): CitedPage => ({
  id,
  title,
  url: `https://blueprint.example${path}`,
  updated: new Date('2026-11-24'),
});

/** A page of each kind, with characters that citation formats must escape and one long title. */
const PIECES = [
  piece('momentum', 'The bottom line: momentum', '/lessons/momentum/'),
  piece('concepts-drift', 'Drift', '/concepts/drift/'),
  piece('compare-in-practice', 'Leading & managing in practice', '/compare/in-practice/'),
  piece('figures-house', 'The house, as plan and as building site', '/figures/house/'),
  piece(
    'questions-q-spot-the-shortage',
    'A team is full of energy, and every week a promise to a customer is forgotten. What is it short of?',
    '/lessons/why-both/#q-spot-the-shortage',
  ),
];

for (const page of PIECES) {
  test(`the citation of "${page.title}" is read back whole from BibTeX and from RIS`, () => {
    for (const text of [pageBibtex(page), pageRis(page)]) {
      const { data } = new Cite(text);
      expect(data).toHaveLength(1);
      expect(data[0]).toMatchObject({
        title: page.title,
        URL: page.url,
        issued: { 'date-parts': [[2026, 11, 24]] },
      });
      expect(JSON.stringify(data[0]?.['author'])).toContain('Blueprint & Build');
    }
  });

  test(`the references to "${page.title}" name title, site, year and address`, () => {
    for (const name of ['apa', 'mla', 'chicago'] as const) {
      const text = pageReference(page, name);
      // MLA and Chicago change capitalization and must not double a closing question mark.
      expect(text.toLowerCase(), name).toContain(page.title.toLowerCase());
      expect(text, name).toContain('Blueprint & Build');
      expect(text, name).toContain('2026');
      expect(text, name).toContain(page.url.replace('https://', ''));
      expect(text, name).not.toMatch(/&amp;|\?\.|<|undefined/);
    }
  });
}

test('records that are joined into one file stay apart, and name the day and the site', () => {
  for (const format of [pageBibtex, pageRis]) {
    const text = PIECES.map(format).join('');
    const { data } = new Cite(text);
    expect(data.map(({ title }) => title)).toEqual(PIECES.map(({ title }) => title));
    expect(text.match(/Blueprint \\?& Build: Leading and managing/g)).toHaveLength(PIECES.length);
    expect(new Cite(text).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' })).toMatch(
      /\(2026[a-e], November 24\)/,
    );
  }
});

test('entries of two pages never share their name', () => {
  const names = PIECES.map((page) => /^@\w+\{([^,]+),/.exec(pageBibtex(page))?.[1]);
  expect(names).toContain('blueprint-and-build-concepts-drift');
  expect(new Set(names).size).toBe(PIECES.length);
});
