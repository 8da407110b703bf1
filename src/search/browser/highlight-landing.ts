/** Where a search result leaves, for the page that it leads to, that page's path and the words sought. */
export const LANDING_KEY = 'bb:highlight';

/** Takes the words left for this page; those left for another stay for it. */
function wordsSought(): string[] {
  try {
    const [path, ...words] = (sessionStorage.getItem(LANDING_KEY) ?? '').split(' ');
    if (path !== location.pathname) return [];
    sessionStorage.removeItem(LANDING_KEY);
    return words.filter((word) => word.length > 2);
  } catch {
    // Blocked storage: the passage is reached, only not highlighted.
    return [];
  }
}

function highlight(): void {
  const words = wordsSought();
  if (words.length === 0 || !('highlights' in CSS)) return;
  const target = document.querySelector(':target');
  const place = /^H[23]$/.test(target?.tagName ?? '') ? target?.parentElement : target;
  const walker = document.createTreeWalker(
    place ?? document.querySelector('main') ?? document.body,
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
 * Marks the words sought in the passage that a search result led to, on arrival and when the result is on the page
 * already (CSS Custom Highlight API; nothing elsewhere).
 */
export function highlightLanding(): void {
  highlight();
  addEventListener('hashchange', highlight);
}
