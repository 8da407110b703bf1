/**
 * Finds what a component rendered for its element.
 * @throws where the page and its script don't belong together
 */
export function place<Found extends HTMLElement = HTMLElement>(host: ParentNode, selector: string): Found {
  const found = host.querySelector<Found>(selector);
  if (found === null) throw new Error(`"${selector}" is missing on this page.`);
  return found;
}

/** The button of a host that does something: `<button data-do="...">`. */
export const doer = (host: ParentNode, does: string): HTMLButtonElement =>
  place<HTMLButtonElement>(host, `[data-do="${does}"]`);
