import type { HTMLElement } from 'node-html-parser';

/** Keeps of a page what stands before its first section, and the sections whose `<h2>` has one of the ids. */
export function keepSections(content: HTMLElement, ids: readonly string[]): void {
  let kept = true;
  for (const child of [...content.children]) {
    if (child.rawTagName === 'h2') kept = ids.includes(child.id);
    if (!kept) child.remove();
  }
}
