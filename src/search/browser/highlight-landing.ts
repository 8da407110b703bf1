/** Key under which a search result stores the path of its page and the search terms. */
export const LANDING_KEY = 'bb:highlight';

/** Takes the stored search terms if they are for this page. */
function searchTerms(): string[] {
  try {
    const [path, ...words] = (sessionStorage.getItem(LANDING_KEY) ?? '').split(' ');
    if (path !== location.pathname) return [];
    sessionStorage.removeItem(LANDING_KEY);
    return words.filter((word) => word.length > 2);
  } catch {
    // Storage is blocked: no highlights.
    return [];
  }
}

function highlight(): void {
  const words = searchTerms();
  if (words.length === 0 || !('highlights' in CSS)) return;
  const target = document.querySelector(':target');
  const passage = /^H[23]$/.test(target?.tagName ?? '') ? target?.parentElement : target;
  const walker = document.createTreeWalker(
    passage ?? document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null && ranges.length < 200; node = walker.nextNode()) {
    for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!words.some((word) => match[0].toLowerCase().startsWith(word))) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  if (ranges.length > 0) CSS.highlights.set('search', new Highlight(...ranges));
}

/**
 * Highlights the search terms in the passage of a search result, on arrival and on fragment changes (CSS Custom
 * Highlight API; nothing in other browsers).
 */
export function highlightLanding(): void {
  highlight();
  addEventListener('hashchange', highlight);
}
