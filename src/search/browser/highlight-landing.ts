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
  import('./mark-landing.ts').then(
    ({ markLanding }) => {
      markLanding(words);
    },
    () => undefined,
  );
}

/**
 * Highlights the search terms in the passage of a search result, on arrival and on fragment changes (CSS Custom
 * Highlight API; nothing in other browsers).
 */
export function highlightLanding(): void {
  highlight();
  addEventListener('hashchange', highlight);
}
