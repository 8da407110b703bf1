import type { Page } from '@playwright/test';
import { contrast } from '../../src/figures/palette.ts';
import { pressTab } from './keys.ts';

/** A tab stop in its focused state. */
export interface Stop {
  /** Description for messages. */
  name: string;
  /** Key of its style: stops with the same key are styled by the same rules. */
  look: string;
  /** Position in document order. A repeated position means that the focus has wrapped around. */
  order: number;
  /** Whether it is part of a drawing, whose stops are in logical order instead of visual order. */
  drawn: boolean;
  /** Whether it hangs beside the text: the sign of a heading, a note in the margin. */
  beside: boolean;
  /** Bounds of its first line on the page, in pixels. */
  at: { left: number; top: number; right: number; bottom: number };
  /** Whether some of it is visible: inside the window and not covered. */
  seen: boolean;
  /** Outline width of the element, or of the element that it fills. */
  outline: number;
  /** Colors of the outline and of its surroundings. */
  colors: [outline: string, around: string];
}

/** The data of the walk in the page. */
interface Walked {
  /** All elements at the start, in document order. */
  walkOrder: Element[];
  walkStops: Stop[];
  describeFocus: () => Stop | undefined;
}

/** Adds to the page the function that describes the focused element, and the current order of elements. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walked = globalThis as unknown as Walked;
    walked.walkOrder = [...document.body.querySelectorAll('*')];
    walked.walkStops = [];

    /** The outline of the element, or of the element that it fills, its color and that of its surroundings. */
    const ring = (ancestors: Element[]): Pick<Stop, 'outline' | 'colors'> => {
      const outlined = ancestors.slice(0, 4).find((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      });
      if (outlined === undefined) return { outline: 0, colors: ['', ''] };
      const { outlineColor, outlineWidth } = getComputedStyle(outlined);
      const around = ancestors
        .slice(ancestors.indexOf(outlined) + 1)
        .map((element) => getComputedStyle(element).backgroundColor)
        .find((color) => color.startsWith('rgb('));
      return {
        outline: Number.parseFloat(outlineWidth),
        colors: [outlineColor, around ?? 'rgb(255, 255, 255)'],
      };
    };

    walked.describeFocus = () => {
      const active = document.activeElement;
      if (active === null || active === document.body) return undefined;
      const ancestors: Element[] = [];
      for (let at: Element | null = active; at !== null; at = at.parentElement) ancestors.push(at);
      const [line = active.getBoundingClientRect()] = active.getClientRects();
      // Five points; one that is not covered is enough to be visible (WCAG 2.2, 2.4.11). For a part of a drawing, those of
      // its mark, because most of its box is empty.
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
        beside: active.closest('.anchor, .margin') !== null,
        at: { left: line.left, top: line.top + scrollY, right: line.right, bottom: line.bottom + scrollY },
        seen,
        ...ring(ancestors),
      };
    };
    // Records the current stop at each press, before the focus moves on, when its state is final.
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

/** Tabs through the page from its top until the focus wraps around. Returns every stop. */
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

/** Focuses one stop of each style, one after the other. */
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

/** The elements that Tab must reach, by their position in document order. */
function tabbable(page: Page): Promise<{ order: number; name: string }[]> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')];
    const groups = new Set<string>();
    return all.flatMap((element, order) => {
      if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]')) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      if ((element as HTMLElement).tabIndex < 0 || element.matches(':disabled')) return [];
      // Radio buttons with the same name are one stop, at the chosen one or else at the first.
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
        if (groups.has(element.name) || (group.some(({ checked }) => checked) && !element.checked)) return [];
        groups.add(element.name);
      }
      return [{ order, name: `${element.localName} ${element.textContent?.trim().slice(0, 40) ?? ''}` }];
    });
  });
}

/** Whether the next stop is visually before the last one: above, or left on the same line. A new column may start at its top. */
function goesBack({ at: from, drawn }: Stop, { at: to, drawn: drawnToo }: Stop): boolean {
  if (drawn && drawnToo) return false;
  const above = to.bottom <= from.top + 2;
  const sameLine = to.top < from.bottom - 4 && to.bottom > from.top + 4;
  return (above && to.left < from.right) || (sameLine && to.right <= from.left);
}

/** The problems of the stops of a page, one line each. */
function problemsOf(stops: readonly Stop[], expected: readonly { order: number; name: string }[]): string[] {
  const inText = stops.filter(({ beside }) => !beside);
  const reached = new Set(stops.map(({ order }) => order));
  return [
    ...expected.filter(({ order }) => !reached.has(order)).map(({ name }) => `never reached: ${name}`),
    ...stops.filter(({ seen }) => !seen).map(({ name }) => `out of sight: ${name}`),
    ...stops.flatMap(({ name, outline, colors }) => {
      const ratio = outline === 0 ? 1 : contrast(...colors);
      return outline < 2 || ratio < 3
        ? [`no clear outline (${outline} px, ${ratio.toFixed(1)}:1): ${name}`]
        : [];
    }),
    ...inText.flatMap((stop, index) => {
      const last = inText[index - 1];
      return last !== undefined && goesBack(last, stop)
        ? [`the eye goes back: ${last.name} -> ${stop.name}`]
        : [];
    }),
  ];
}

interface AXNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

/** Roles of focusable elements without a name in the browser's accessibility tree. */
async function namelessFocusables(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
  await session.detach();
  const focusable = nodes.filter(
    ({ ignored, role, properties }) =>
      !ignored &&
      role?.value !== 'RootWebArea' &&
      properties?.some(({ name, value }) => name === 'focusable' && value.value === true),
  );
  if (focusable.length === 0) throw new Error('The tree has nothing that takes the focus.');
  return focusable
    .filter(({ name }) => (name?.value ?? '').trim() === '')
    .map(({ role }) => `without a name: ${role?.value ?? 'no role'}`);
}

/** What is wrong with the stops of a page: not reached, hidden, without name or outline, or against the order of the eye. */
export async function focusProblems(page: Page): Promise<string[]> {
  const expected = await tabbable(page);
  const problems = problemsOf(await tabThrough(page), expected);
  const jumps = await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count();
  return [
    ...problems,
    ...(await namelessFocusables(page)),
    ...(jumps > 0 ? [`${jumps} elements have an order of their own`] : []),
  ];
}
