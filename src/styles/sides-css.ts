import { SIDES } from '../site.ts';

/** The color tokens of the sides for Tailwind's theme: `--color-side-1`, `--color-side-1-soft`, and so on. */
export const sidesTheme = (): string =>
  SIDES.length === 0
    ? `@theme static {${[1, 2].map((side) => `--color-side-${side}: var(--color-ink); --color-side-${side}-soft: var(--color-paper);`).join(' ')}}`
    : `@theme static {${SIDES.map(
        ({ color, soft }, index) =>
          `--color-side-${index + 1}: light-dark(${color.light}, ${color.dark}); --color-side-${index + 1}-soft: light-dark(${soft.light}, ${soft.dark});`,
      ).join(' ')}}`;

/** The colors and the line of a side for whatever names it: a column, an event, a card, a chosen answer. */
export const sidesCss = (): string =>
  SIDES.map(({ id, line }, index) => {
    const token = `--color-side-${index + 1}`;
    return [
      `:is([data-tone='${id}'], [data-side='${id}'], [data-kind='${id}']) { --side: var(${token}); --side-soft: var(${token}-soft); --side-line: ${line}; }`,
      `.question label:has([value='${id}']:checked) { border-style: ${line}; background: var(${token}-soft); }`,
    ].join('\n');
  }).join('\n');

/** The same for e-books, whose readers know no custom properties; see `resolveTokens`. */
export const sidesBookCss = (): string =>
  SIDES.map(
    ({ id, line }, index) =>
      `[data-tone='${id}'], .timeline [data-kind='${id}'] { border-left: 4px ${line} var(--color-side-${index + 1}); }`,
  ).join('\n');
