import { kindOf } from '../kinds.ts';
import { normalizeAll, stem } from '../terms.ts';
import type { InstantEntry } from '../instant-index.ts';
import { copyText } from '../../utils/clipboard.ts';
import { button, h } from '../../utils/elements.ts';
import { LANDING_KEY } from './highlight-landing.ts';
import { href } from '../../utils/url.ts';

export interface ResultItem {
  url: string;
  kind: string;
  title: string;
  text: string;
}

/** Marks the search terms in a text; as nodes, so that text is never parsed as HTML. */
function marked(text: string, terms: readonly string[]): (Node | string)[] {
  const isSought = (word: string): boolean => {
    const near = terms.filter((term) => term[0] === word[0]);
    if (near.length === 0) return false;
    const root = stem(word);
    return near.some((term) => root === term || (term.length > 3 && root.startsWith(term)));
  };
  // Words have odd indexes, separators even ones.
  const parts = text.split(/([\p{L}\p{N}’']+)/u);
  const words = normalizeAll(parts.filter((_, at) => at % 2 === 1));
  const nodes: (Node | string)[] = [];
  let plain = '';
  parts.forEach((part, at) => {
    if (at % 2 === 0 || !isSought(words[(at - 1) / 2] ?? '')) plain += part;
    else {
      nodes.push(plain, h('mark', {}, part));
      plain = '';
    }
  });
  return [...nodes, plain];
}

/** A result: its link, kind, a line of text, and a button that copies its address. */
export function resultItem({ url, kind, title, text }: ResultItem, terms: readonly string[]): HTMLLIElement {
  return h(
    'li',
    { class: 'search-result' },
    heading(url, kind, title, terms),
    h('p', {}, ...marked(text, terms)),
  );
}

/** An answer: a definition, or the sides of a row. */
export function answerItem(
  { url, kind, title, text, cells }: InstantEntry,
  terms: readonly string[],
): HTMLLIElement {
  const item = h('li', { class: 'search-result answer' }, heading(url, kind, title, terms));
  if (cells.length === 0) item.append(h('p', {}, text));
  else item.append(h('dl', {}, ...cells.flatMap(([label, cell]) => [h('dt', {}, label), h('dd', {}, cell)])));
  return item;
}

function heading(url: string, kind: string, title: string, terms: readonly string[]): HTMLElement {
  const link = h('a', { href: href(url) }, ...marked(title, terms));
  link.addEventListener('click', () => {
    try {
      sessionStorage.setItem(LANDING_KEY, [link.pathname, ...terms].join(' '));
    } catch {
      // Storage is blocked: the link works, without highlights.
    }
  });
  const copy = button('Copy link', () => void copyText(link.href, 'the link'), {
    'aria-label': `Copy link to ${title}`,
  });
  return h(
    'div',
    { class: 'search-heading' },
    h('h3', {}, link),
    h('span', { class: 'eyebrow' }, kindOf(kind)?.label ?? ''),
    copy,
  );
}
