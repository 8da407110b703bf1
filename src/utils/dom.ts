/** Finds an element that the page always has; throws where markup and script don't match. */
export function requireElement<Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`"${selector}" is missing on this page.`);
  return found;
}

/** The button of an action: `<button data-do="...">`. */
export const actionButton = (root: ParentNode, action: string): HTMLButtonElement =>
  requireElement(root, `[data-do="${action}"]`);
