import sheet from './search.css?url';

/** The style sheet comes with the first panel, so that no page pays for it. */
export function addSheet(): Promise<unknown> {
  const found = document.querySelector<HTMLLinkElement>(`link[href="${sheet}"]`);
  if (found !== null) return Promise.resolve();
  const made = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheet });
  const arrived = new Promise((resolve) => {
    for (const event of ['load', 'error']) made.addEventListener(event, resolve, { once: true });
  });
  document.head.append(made);
  return arrived;
}
