import { withBase } from '../../utils/paths.ts';
import { kindOf } from '../kinds.ts';
import { normalizeAll, stem } from '../terms.ts';
import type { InstantEntry } from '../instant-index.ts';
import { announce } from '../../utils/browser/announce.ts';
import { copyText } from '../../utils/browser/clipboard.ts';
import { button } from '../../utils/browser/controls.ts';
import { LANDING_KEY } from './highlight-landing.ts';

export interface ResultItem {
  url: string;
  kind: string;
  title: string;
  text: string;
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
};

/** The text with the words sought marked; built of nodes, so that nothing typed is ever read as HTML. */
function marked(text: string, terms: readonly string[]): (Node | string)[] {
  const isSought = (word: string): boolean => {
    const near = terms.filter((term) => term[0] === word[0]);
    if (near.length === 0) return false;
    const root = stem(word);
    return near.some((term) => root === term || (term.length > 3 && root.startsWith(term)));
  };
  // Words stand at odd places, what parts them at even ones.
  const parts = text.split(/([\p{L}\p{N}’']+)/u);
  const words = normalizeAll(parts.filter((_, at) => at % 2 === 1));
  const nodes: (Node | string)[] = [];
  let plain = '';
  parts.forEach((part, at) => {
    if (at % 2 === 0 || !isSought(words[(at - 1) / 2] ?? '')) plain += part;
    else {
      nodes.push(plain, element('mark', '', part));
      plain = '';
    }
  });
  return [...nodes, plain];
}

/** One result: its link, what it is, a line of text, and a button that copies its address. */
export function resultItem({ url, kind, title, text }: ResultItem, terms: readonly string[]): HTMLLIElement {
  return element(
    'li',
    'search-result',
    heading(url, kind, title, terms),
    element('p', '', ...marked(text, terms)),
  );
}

/** The answer at once: a definition, or the sides of a row. */
export function answerItem(
  { url, kind, title, text, cells }: InstantEntry,
  terms: readonly string[],
): HTMLLIElement {
  const item = element('li', 'search-result answer', heading(url, kind, title, terms));
  if (cells.length === 0) item.append(element('p', '', text));
  else
    item.append(
      element(
        'dl',
        '',
        ...cells.flatMap(([label, cell]) => [element('dt', '', label), element('dd', '', cell)]),
      ),
    );
  return item;
}

function heading(url: string, kind: string, title: string, terms: readonly string[]): HTMLElement {
  const link = element('a', '', ...marked(title, terms));
  link.href = withBase(import.meta.env.BASE_URL, url);
  link.addEventListener('click', () => {
    try {
      sessionStorage.setItem(LANDING_KEY, [link.pathname, ...terms].join(' '));
    } catch {
      // Blocked storage: the passage is reached, only not highlighted.
    }
  });
  const copy = button('Copy link', () => {
    void copyText(link.href).then((copied) => {
      announce(copied ? 'Link copied' : `Copy this link: ${link.href}`);
    });
  });
  copy.setAttribute('aria-label', `Copy link to ${title}`);
  return element(
    'div',
    'search-heading',
    element('h3', '', link),
    element('span', 'eyebrow', kindOf(kind)?.label ?? ''),
    copy,
  );
}
