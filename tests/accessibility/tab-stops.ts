import type { Page } from '@playwright/test';
import { pressTab } from './keys.ts';

/** A place where the focus stopped, as the page shows it at that moment. */
export interface Stop {
  /** What it is, for a message. */
  name: string;
  /** What it looks like: places of one look are drawn by the same rules. */
  look: string;
  /** Its place in the order of the document; the same place twice means that the focus went round. */
  order: number;
  /** Part of a drawing, whose places follow its story and not the sheet. */
  drawn: boolean;
  /** Where its first line stands on the page, in pixels. */
  at: { left: number; top: number; right: number; bottom: number };
  /** Some of it can be seen: inside the window, and nothing lies over it. */
  seen: boolean;
  /** Width of the outline that it, or what it fills, has in this state. */
  outline: number;
  /** Contrast of that outline with what lies around it. */
  contrast: number;
}

/** What the page keeps for the tests while it is walked. */
interface Walked {
  /** Its elements as they stood at the start, for their order. */
  walkOrder: Element[];
  walkStops: Stop[];
  describeFocus: () => Stop | undefined;
}

/** Puts into the page what describes the place that has the focus, and the order of its places as it stands. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walked = globalThis as unknown as Walked;
    walked.walkOrder = [...document.body.querySelectorAll('*')];
    walked.walkStops = [];

    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((byte) => {
        const channel = byte / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };

    /** The outline of the place, or of what it fills, and its contrast with what lies around. */
    const ring = (ancestors: Element[]): { outline: number; contrast: number } => {
      const outlined = ancestors.slice(0, 4).find((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      });
      if (outlined === undefined) return { outline: 0, contrast: 1 };
      const { outlineColor, outlineWidth } = getComputedStyle(outlined);
      const around = ancestors
        .slice(ancestors.indexOf(outlined) + 1)
        .map((element) => getComputedStyle(element).backgroundColor)
        .find((color) => (channels(color)[3] ?? 1) === 1);
      const [lighter = 0, darker = 0] = [
        luminance(outlineColor),
        luminance(around ?? 'rgb(255, 255, 255)'),
      ].sort((a, b) => b - a);
      return { outline: Number.parseFloat(outlineWidth), contrast: (lighter + 0.05) / (darker + 0.05) };
    };

    walked.describeFocus = () => {
      const active = document.activeElement;
      if (active === null || active === document.body) return undefined;
      const ancestors: Element[] = [];
      for (let at: Element | null = active; at !== null; at = at.parentElement) ancestors.push(at);
      const [line = active.getBoundingClientRect()] = active.getClientRects();
      // Five points of it; one that is not covered is enough to see it by (WCAG 2.2, 2.4.11). A part of a drawing
      // is seen by its mark: its box is mostly air.
      const mark = active.querySelector('circle, rect')?.getBoundingClientRect() ?? line;
      const points = [0.5, 0.5, 0.1, 0.2, 0.9, 0.2, 0.1, 0.8, 0.9, 0.8];
      const seen = [line, mark].some((box) =>
        [0, 2, 4, 6, 8].some((index) => {
          const x = box.left + box.width * (points[index] ?? 0);
          const hit = document.elementFromPoint(x, box.top + box.height * (points[index + 1] ?? 0));
          return hit !== null && active.contains(hit);
        }),
      );
      const words = active.getAttribute('aria-label') ?? active.textContent ?? '';
      return {
        name: `${active.localName} "${words.trim().slice(0, 40)}"`,
        look: ancestors
          .slice(0, 4)
          .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`)
          .join('<'),
        order: walked.walkOrder.indexOf(active),
        drawn: active instanceof SVGElement,
        at: { left: line.left, top: line.top + scrollY, right: line.right, bottom: line.bottom + scrollY },
        seen,
        ...ring(ancestors),
      };
    };
    // At each press, what the last one led to is settled: it is written down before the focus goes on.
    addEventListener(
      'keydown',
      () => {
        const stop = walked.describeFocus();
        if (stop !== undefined) walked.walkStops.push(stop);
      },
      true,
    );
  });
}

/** Goes through the page by Tab from its top until it comes round, and tells every stop. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  await prepare(page);
  for (;;) {
    await pressTab(page, 40);
    const stops = await page.evaluate(() => (globalThis as unknown as Walked).walkStops);
    const first = stops[0]?.order;
    const round = stops.findIndex(({ order }, index) => index > 0 && order === first);
    if (round > 0) return stops.slice(0, round);
    if (stops.length > 1_000) throw new Error('Tab goes on and on, or is caught somewhere.');
  }
}

/** Gives the focus to one place of each look that the stops have, one after the other. */
export async function oneOfEachLook(
  page: Page,
  stops: readonly Stop[],
  visit: (stop: Stop) => Promise<void>,
): Promise<void> {
  const looks = Map.groupBy(stops, ({ look }) => look);
  for (const [first] of looks.values()) {
    if (first === undefined) continue;
    const stop = await page.evaluate((order) => {
      const walked = globalThis as unknown as Walked;
      (walked.walkOrder[order] as HTMLElement | undefined)?.focus({ focusVisible: true } as FocusOptions);
      return walked.describeFocus();
    }, first.order);
    if (stop !== undefined) await visit(stop);
  }
}

/** Places of the page that take the keyboard, by their order in the document: what Tab has to reach. */
export function tabbable(page: Page): Promise<{ order: number; name: string }[]> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    const groups = new Set<string>();
    return all.flatMap((element, order) => {
      if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]')) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      if ((element as HTMLElement).tabIndex < 0 || element.matches(':disabled')) return [];
      // Radios of one name are one stop, at the chosen one or else at the first.
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
        if (groups.has(element.name) || (group.some(({ checked }) => checked) && !element.checked)) return [];
        groups.add(element.name);
      }
      return [{ order, name: `${element.localName} ${element.textContent?.trim().slice(0, 40) ?? ''}` }];
    });
  });
}
