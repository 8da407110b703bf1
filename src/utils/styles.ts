import { h } from './elements.ts';

const loading = new Map<string, Promise<unknown>>();

/** Adds a style sheet to the page, once for all calls. Resolves when it has loaded or failed. */
export function addSheet(href: string): Promise<unknown> {
  const before = loading.get(href);
  if (before !== undefined) return before;
  const link = h('link', { rel: 'stylesheet', href });
  const loaded = new Promise((resolve) => {
    for (const event of ['load', 'error']) link.addEventListener(event, resolve, { once: true });
  });
  loading.set(href, loaded);
  // After the sheets of the page, which may be linked in its body.
  document.body.append(link);
  return loaded;
}
