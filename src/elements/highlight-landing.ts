/** Marks the words sought in the passage that a search result led to (CSS Custom Highlight API; nothing elsewhere). */
export function highlightLanding(): void {
  let words: string;
  try {
    words = sessionStorage.getItem('bb:highlight') ?? '';
    sessionStorage.removeItem('bb:highlight');
  } catch {
    return;
  }
  if (words === '' || !('highlights' in CSS)) return;
  const terms = words.split(' ').filter((term) => term.length > 2);
  const target = document.querySelector(':target');
  const place = /^H[23]$/.test(target?.tagName ?? '') ? target?.parentElement : target;
  const walker = document.createTreeWalker(
    place ?? document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null && ranges.length < 200; node = walker.nextNode()) {
    for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!terms.some((term) => match[0].toLowerCase().startsWith(term))) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  if (ranges.length > 0) CSS.highlights.set('search', new Highlight(...ranges));
}
