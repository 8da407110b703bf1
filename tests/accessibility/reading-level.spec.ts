import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { parse, type HTMLElement } from 'node-html-parser';
import { builtPages } from '../support/site.ts';

/**
 * How hard the prose is, as a grade of US schools:
 * 0.39 words per sentence + 11.8 syllables per word - 15.59
 * (Kincaid, J. P., Fishburne, R. P., Rogers, R. L., & Chissom, B. S. (1975). Derivation of new readability formulas
 * for Navy enlisted personnel. Research Branch Report 8-75, Naval Technical Training Command.)
 * The formula, and how syllables are counted, are libraries'. Sentences and words are told apart by the browser's
 * own rules for English (Unicode Standard Annex 29).
 */
const HARDEST = 9;

/** What is no prose: tables, drawings, lists of works, words and links, names of controls, what the visitor is not told in the text. */
const NOT_PROSE =
  'table, svg, figure, code, pre, script, style, .references, .crumbs, .pager, .eyebrow, .note, .anchor, .receipt, [popover], .dimension, .label, #teach-this, #sources, check-question, .timeline, [data-rules], h1, h2, h3';
/** Sections of a lesson that list works or addresses. */
const LISTS = '[aria-labelledby=teach-this], [aria-labelledby=sources]';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const wordsOf = (text: string): string[] =>
  [...words.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));

/** Pages whose words stand on other pages as well: redirects, lasting links, frames. */
const ELSEWHERE = /^\/(?:\d+|e|embed|go)\//;
/** Pages that are mostly no prose. */
const FEW_SENTENCES = /^\/(?:compare|figures|search|sources)\/|^\/404/;

/** The sentences of the page's own prose. A paragraph or an item of a list ends a sentence, with or without a stop. */
function proseOf(document: HTMLElement): string[] {
  const prose = document.querySelector('main .prose') ?? document.querySelector('main');
  if (prose === null) throw new Error('The page has no main part.');
  for (const other of prose.querySelectorAll(`${NOT_PROSE}, ${LISTS}`)) other.remove();
  return prose
    .querySelectorAll('p, li, dd')
    .filter((block) => block.querySelector('p, li') === null)
    .flatMap((block) => [...sentences.segment(block.textContent.replace(/[\s\u2060]+/g, ' ').trim())])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => wordsOf(sentence).length > 1);
}

/** Grade of sentences taken together. */
function gradeOf(lines: readonly string[]): number {
  const all = lines.flatMap(wordsOf);
  return fleschKincaid({
    sentence: lines.length,
    word: all.length,
    syllable: all.reduce((sum, word) => sum + syllable(word), 0),
  });
}

test('the formula gives what its authors would', () => {
  // 6 words, 1 sentence, 6 syllables: 2.34 + 11.8 - 15.59.
  expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2);
  expect(
    gradeOf(['Organizational accountability necessitates institutionalized communication.']),
  ).toBeGreaterThan(HARDEST);
});

for (const { path, file } of builtPages().filter((page) => !ELSEWHERE.test(page.path))) {
  test(`${path} is read with nine years of school`, () => {
    const prose = proseOf(parse(readFileSync(file, 'utf8'), { comment: false }));
    expect(prose.length, 'sentences found').toBeGreaterThan(FEW_SENTENCES.test(path) ? 0 : 3);
    const grade = gradeOf(prose);
    const hardest = prose
      .toSorted((one, other) => gradeOf([other]) - gradeOf([one]))
      .slice(0, 5)
      .map((sentence) => `${gradeOf([sentence]).toFixed(1)}: ${sentence}`);
    expect(
      grade,
      `${path} is at grade ${grade.toFixed(1)}. Its hardest sentences:\n${hardest.join('\n')}`,
    ).toBeLessThanOrEqual(HARDEST);
  });
}
