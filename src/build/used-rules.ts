/** The end of a block of CSS that begins after `from`, past its closing brace. */
function endOf(css: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
  }
  return at;
}

/** A text without what is in parentheses, such as the arguments of `:is(...)`. */
function withoutArguments(selector: string): string {
  const shorter = selector.replaceAll(/\([^()]*\)/g, '');
  return shorter === selector ? selector : withoutArguments(shorter);
}

/** Splits a list of selectors, but not the lists within them. */
function selectorsOf(list: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= list.length; at += 1) {
    if (list[at] === '(') depth += 1;
    if (list[at] === ')') depth -= 1;
    if (at < list.length && (list[at] !== ',' || depth > 0)) continue;
    selectors.push(list.slice(from, at));
    from = at + 1;
  }
  return selectors;
}

/**
 * Minified CSS without comments and without the rules that no element of a page can meet, because the page has none of
 * their classes. `isUsed` tells whether the page, or a script of it, names a class.
 */
export function usedRules(css: string, isUsed: (name: string) => boolean): string {
  const meets = (selector: string): boolean =>
    [...withoutArguments(selector).matchAll(/\.([a-z][\w-]*)/gi)].every(([, name = '']) => isUsed(name));
  let kept = '';
  for (let at = 0; at < css.length;) {
    if (css.startsWith('/*', at)) {
      at = css.indexOf('*/', at) + 2;
      continue;
    }
    const [sign] = /[{;]/.exec(css.slice(at)) ?? [];
    const open = sign === undefined ? css.length : css.indexOf(sign, at);
    if (sign !== '{') {
      kept += css.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    const prelude = css.slice(at, open).trim();
    const end = endOf(css, open + 1);
    const body = css.slice(open + 1, end - 1);
    at = end;
    const isGroup = /^@(?:media|supports|layer)/.test(prelude);
    const head = prelude.startsWith('@') ? prelude : selectorsOf(prelude).filter(meets).join();
    const content = isGroup ? usedRules(body, isUsed) : body;
    if (head !== '' && content !== '') kept += `${head}{${content}}`;
  }
  return kept;
}
