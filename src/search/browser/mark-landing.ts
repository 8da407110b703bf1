const isHeading = (element: Element | null): boolean => /^H[23]$/.test(element?.tagName ?? '');

/** The texts of what was landed on: of the target, of the section that it heads, or of the page. */
function* texts(): Generator<Element> {
  const target = document.querySelector(':target');
  const main = document.querySelector('main') ?? document.body;
  const heads = isHeading(target);
  let inside = !heads;
  if (target !== null && !heads) yield target;
  for (const text of (heads ? main : (target ?? main)).querySelectorAll(
    'h1, h2, h3, .claim, p, li, td, dd',
  )) {
    if (heads && isHeading(text)) {
      if (inside) return;
      inside = text === target;
    }
    if (inside) yield text;
  }
}

/** The words of a text that begin with a sought word. */
function rangesIn(text: Element, words: readonly string[]): { ranges: Range[]; found: Set<string> } {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  const found = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      const word = words.find((each) => match[0].toLowerCase().startsWith(each));
      if (word === undefined) continue;
      found.add(word);
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return { ranges, found };
}

/** Highlights words in the text of a search result's passage that has most of them, and brings it into view. */
export function markLanding(words: readonly string[]): void {
  let best: { text: Element; ranges: Range[] } | undefined;
  let most = 0;
  for (const text of texts()) {
    const { ranges, found } = rangesIn(text, words);
    // A sentence with its source comes after its paragraph and is the better passage.
    if (found.size > most || (found.size === most && most > 0 && text.matches('.claim')))
      [best, most] = [{ text, ranges }, found.size];
  }
  if (best === undefined) return;
  CSS.highlights.set('search', new Highlight(...best.ranges));
  // Added here alone: in the sheets of every page the rule makes each style recalculation a third longer.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(search) { background: var(--color-mark); }');
  document.adoptedStyleSheets = [sheet];
  const { top, bottom } = best.text.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) best.text.scrollIntoView({ block: 'center' });
}
