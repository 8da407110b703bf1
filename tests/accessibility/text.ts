import type { Page } from '@playwright/test';

/** Every visible text of the page, without text for screen readers only. */
export function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(
      // Content behind an open dialog does not count.
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
      // Notes in the margin open on demand where there is no margin.
      if (parent.closest('.margin') !== null) continue;
      // An excerpt of a search result is as long as its room allows.
      if (parent.closest('.search-result p') !== null) continue;
      // Parts that fold on a phone are open where there is room.
      if (parent.closest('details:not([open])') !== null && parent.closest('summary') === null) continue;
      texts.push(text.replace(/\s+/g, ' '));
    }
    return texts;
  });
}

/** Text that is cut off by its box, by the edge of the window, or by a button. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      // Text for screen readers only.
      element.closest('.sr-only, .sr-narrow, .skip, thead') === null;
    const name = (element: Element): string =>
      `${element.localName} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}"`;
    for (const element of (
      document.querySelector('dialog[open]') ?? document.body
    ).querySelectorAll<HTMLElement>('*')) {
      if (element instanceof SVGElement || !shown(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      // The list of tools in a summary may be cut off, because the tools themselves have the same names.
      const box = element.localName === 'summary' ? undefined : element;
      if (box !== undefined && hides(overflowX) && box.scrollWidth > box.clientWidth + 1)
        cut.push(`cut at the side: ${name(box)}`);
      if (box !== undefined && hides(overflowY) && box.scrollHeight > box.clientHeight + 1)
        cut.push(`cut below: ${name(box)}`);
    }
    const walker = document.createTreeWalker(
      // Content behind an open dialog does not count.
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || !shown(parent)) continue;
      const range = new Range();
      range.selectNodeContents(node);
      const control = parent.closest('button, .button, summary')?.getBoundingClientRect();
      // Only drawings, worksheets and text fields may scroll.
      const scrolls = parent.closest('.figure-sheet, .workbook-scroll, .paper-scroll, textarea') !== null;
      const hint = parent.closest('summary .note') !== null;
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        if (!scrolls && !hint && (left < -1 || right > document.documentElement.clientWidth + 1))
          cut.push(`outside the window: ${name(parent)}`);
        if (control === undefined || hint) continue;
        if (
          left < control.left - 1 ||
          right > control.right + 1 ||
          top < control.top - 2 ||
          bottom > control.bottom + 2
        )
          cut.push(`larger than its control: ${name(parent)}`);
      }
    }
    return [...new Set(cut)];
  });
}

/** Pairs of texts that overlap by more than their edges. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(
      // Content behind an open dialog does not count.
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const lines: { box: DOMRect; node: Node; text: string }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '') continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.sr-only, .sr-narrow, .skip, thead, svg, [popover], .announcement') !== null)
        continue;
      const range = new Range();
      range.selectNodeContents(node);
      const text = (node.textContent ?? '').trim().slice(0, 30);
      for (const box of range.getClientRects()) if (box.width > 0) lines.push({ box, node, text });
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const overlaps = new Set<string>();
    lines.forEach(({ box, node, text }, index) => {
      for (let next = index + 1; next < lines.length; next += 1) {
        const other = lines[next];
        if (other === undefined || other.box.top > box.bottom) break;
        if (other.node === node) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
        // Line boxes are taller than letters: a third of the height is empty.
        if (across > 2 && down > Math.min(box.height, other.box.height) * 0.4)
          overlaps.add(`"${text}" and "${other.text}"`);
      }
    });
    return [...overlaps];
  });
}

/** How far the page can be scrolled sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
