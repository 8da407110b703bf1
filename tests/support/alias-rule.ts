import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { normalize } from '../../src/search/terms.ts';

/**
 * Names of methods, theories, tools and subjects in small letters. People who search for one want to read about it, so a
 * page that is found by it has to treat it. Proper names and abbreviations are known by their capitals.
 */
const METHODS = [
  'agile',
  'scrum',
  'kanban',
  'kaizen',
  'lean startup',
  'start with why',
  'design thinking',
  'management by objectives',
  'management by walking around',
  'servant leadership',
  'situational leadership',
  'transformational leadership',
  'authentic leadership',
  'adaptive leadership',
  'distributed leadership',
  'shared leadership',
  'trait theory',
  'great man theory',
  'emotional intelligence',
  'radical candor',
  'growth mindset',
  'psychological safety',
  'remote work',
  'holacracy',
  'sociocracy',
  'balanced scorecard',
  'spaced repetition',
  'succession planning',
  'survivorship bias',
  'quiet quitting',
  'project management',
  'burnout',
  'after action review',
  'stretch assignment',
  'competitive advantage',
  'work life balance',
  'sponsor',
  'checklist',
  'matrix organization',
];

/** Abbreviations that say in short what a page says in words, with a word that is on the page. */
const SHORT_FOR: Readonly<Record<string, string>> = {
  kpi: 'measure',
  kpis: 'measure',
  okr: 'goal',
  wfh: 'home',
  ceo: 'chief executive',
  ai: 'ai',
};

/** The text of a page, without the list of the words that people search it with. */
function pageText(path: string, dist: string): string {
  const file = `${dist}${path.replace(/#.*/, '')}index.html`;
  const text = known.get(file) ?? readText(file);
  known.set(file, text);
  return text;
}

const known = new Map<string, string>();

function readText(file: string): string {
  const page = parse(readFileSync(file, 'utf8'));
  for (const note of page.querySelectorAll('.note'))
    if (note.text.trim().startsWith('Also searched as')) note.remove();
  return ` ${normalize(page.querySelector('main')?.text ?? '')} `;
}

/** The aliases of a page that promise what it does not treat: they name a thing that the page never mentions. */
export function promises(path: string, aliases: readonly string[], dist: string): string[] {
  const text = pageText(path, dist);
  const has = (words: string): boolean => text.includes(` ${words}`);
  return aliases.filter((alias) => {
    const plain = normalize(alias);
    const methods = METHODS.filter((method) => ` ${plain} `.includes(` ${method} `));
    // Of a person the family name is enough.
    const names = alias
      .split(/[^\p{L}\p{N}&]+/u)
      .filter((word) => /\p{Lu}/u.test(word))
      .map(normalize);
    return (
      methods.some((method) => !has(method)) ||
      (names.length > 0 && !names.some((name) => has(SHORT_FOR[name] ?? name)))
    );
  });
}
