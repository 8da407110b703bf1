/**
 * Adds a style sheet that no page pays for before it is wanted.
 * @returns settles when what it styles can be shown; a sheet that fails to load is no reason to show nothing.
 */
export function addSheet(href: string): Promise<unknown> {
  if (document.querySelector(`link[href="${href}"]`) !== null) return Promise.resolve();
  const made = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const arrived = new Promise((resolve) => {
    for (const event of ['load', 'error']) made.addEventListener(event, resolve, { once: true });
  });
  document.head.append(made);
  return arrived;
}
