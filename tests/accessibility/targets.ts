import type { Page } from '@playwright/test';

/** Minimum size of a target, in CSS pixels (WCAG 2.2, 2.5.8). */
const SMALLEST = 24;

/**
 * Targets that are too small: under 24 by 24 pixels, not in a line of text, and with another target inside a circle of 24
 * pixels around their center.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((smallest) => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    /** The area that a finger can hit: the element and its label. */
    const areaOf = (element: Element): DOMRect =>
      (element.closest('label') ?? element).getBoundingClientRect();
    const targets = [...root.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // Not elements that are only visible while focused.
      .filter((element) => !element.matches('.skip'))
      .map((element) => ({ element, box: areaOf(element), small: false }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    for (const target of targets)
      target.small = target.box.width < smallest - 0.5 || target.box.height < smallest - 0.5;

    /** Whether the line height of the surrounding text determines its size. */
    const inText = (element: Element): boolean => {
      if (!getComputedStyle(element).display.startsWith('inline')) return false;
      let block = element.parentElement;
      while (block !== null && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement;
      if (block === null) return false;
      const copy = block.cloneNode(true) as Element;
      for (const other of copy.querySelectorAll('a, button, input, summary, [popover]')) other.remove();
      return /[\p{L}\p{N}]/u.test(copy.textContent ?? '');
    };
    /** Distance of a point from a box. */
    const away = (x: number, y: number, box: DOMRect): number =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

    return targets.flatMap(({ element, box, small }) => {
      if (!small || inText(element)) return [];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const near = targets.find((other) => {
        if (other.element === element || element.contains(other.element) || other.element.contains(element))
          return false;
        const reach = other.small
          ? Math.hypot(x - other.box.left - other.box.width / 2, y - other.box.top - other.box.height / 2) -
            smallest / 2
          : away(x, y, other.box);
        return reach < smallest / 2 - 0.5;
      });
      if (near === undefined) return [];
      const name = (it: Element): string =>
        `${it.localName} "${(it.getAttribute('aria-label') ?? it.textContent ?? '').trim().slice(0, 40)}"`;
      return [
        `${name(element)}: ${box.width.toFixed(0)} by ${box.height.toFixed(0)}, near ${name(near.element)}`,
      ];
    });
  }, SMALLEST);
