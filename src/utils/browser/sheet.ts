const asked = new Map<string, Promise<unknown>>();

/**
 * Adds a style sheet that no page pays for before it is wanted; once, however often it is asked for.
 * @returns settles when what it styles can be shown; a sheet that fails to load is no reason to show nothing.
 */
export function addSheet(href: string): Promise<unknown> {
  const before = asked.get(href);
  if (before !== undefined) return before;
  const made = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const arrived = new Promise((resolve) => {
    for (const event of ['load', 'error']) made.addEventListener(event, resolve, { once: true });
  });
  asked.set(href, arrived);
  document.head.append(made);
  return arrived;
}
