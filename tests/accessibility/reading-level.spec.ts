import { expect, test } from '@playwright/test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { HTMLElement } from 'node-html-parser';
import { builtPages, documentOf } from '../support/site.ts';

/**
 * The maximum reading level of the prose, as a US school grade:
 * 0.39 words per sentence + 11.8 syllables per word - 15.59
 * (Kincaid, J. P., Fishburne, R. P., Rogers, R. L., & Chissom, B. S. (1975). Derivation of new readability formulas
 * for Navy enlisted personnel. Research Branch Report 8-75, Naval Technical Training Command.)
 * Libraries compute the formula and count syllables. `Intl.Segmenter` finds sentences and words by the rules for English
 * (Unicode Standard Annex 29).
 */
const HARDEST = 9;

/** Elements without prose: tables, drawings, lists of works, words and links, labels of controls, and hidden text. */
const NOT_PROSE =
  'table, svg, figure, code, pre, script, style, .references, .crumbs, .pager, .eyebrow, .note, .anchor, .receipt, [popover], .dimension, .label, #teach-this, #sources, check-question, .timeline, [data-rules], h1, h2, h3';
/** Sections of a lesson that list works or addresses. */
const LISTS = '[aria-labelledby=teach-this], [aria-labelledby=sources]';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const wordsOf = (text: string): string[] =>
  [...words.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));

/** Pages whose text is also on other pages: redirects, lasting links, embeds. */
const ELSEWHERE = /^\/(?:\d+|e|embed|go|review\/[^/]+)\//;
/** Pages with little prose. */
const FEW_SENTENCES = /^\/(?:compare|figures|search|sources)\/|^\/404/;

/** The sentences of a page's prose. The end of a paragraph or list item also ends a sentence. */
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

/** The reading level of a list of sentences. */
function gradeOf(lines: readonly string[]): number {
  const all = lines.flatMap(wordsOf);
  return fleschKincaid({
    sentence: lines.length,
    word: all.length,
    syllable: all.reduce((sum, word) => sum + syllable(word), 0),
  });
}

test('the formula gives the published results', () => {
  // 6 words, 1 sentence, 6 syllables: 2.34 + 11.8 - 15.59.
  expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2);
  expect(
    gradeOf(['Organizational accountability necessitates institutionalized communication.']),
  ).toBeGreaterThan(HARDEST);
});

test('every page is readable with nine years of school', () => {
  for (const page of builtPages().filter(({ path }) => !ELSEWHERE.test(path))) {
    const { path } = page;
    const prose = proseOf(documentOf(page));
    expect(prose.length, `${path}: sentences found`).toBeGreaterThan(FEW_SENTENCES.test(path) ? 0 : 3);
    const grade = gradeOf(prose);
    if (grade <= HARDEST) continue;
    const hardest = prose
      .toSorted((one, other) => gradeOf([other]) - gradeOf([one]))
      .slice(0, 5)
      .map((sentence) => `${gradeOf([sentence]).toFixed(1)}: ${sentence}`);
    expect
      .soft(grade, `${path} is too hard. Its hardest sentences:\n${hardest.join('\n')}`)
      .toBeLessThanOrEqual(HARDEST);
  }
});
