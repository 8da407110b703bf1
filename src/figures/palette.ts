import { SIDES } from '../site.ts';

/** A color of the design system in both schemes. */
export interface ThemeColor {
  light: string;
  dark: string;
}

/**
 * Reads the color tokens from the style sheet that defines them, and adds those of the course's sides, so that files,
 * pictures and tests use the same values as pages.
 * @returns the colors by token, such as "side-1-soft".
 */
export function paletteOf(tokensCss: string): Map<string, ThemeColor> {
  const tokens = tokensCss.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  const own = new Map(
    [...tokens].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
  );
  const withoutSides = [1, 2].flatMap((side) => [
    [`side-${side}`, own.get('ink')] as const,
    [`side-${side}-soft`, own.get('paper')] as const,
  ]);
  return new Map([
    ...own,
    // A course without sides draws its lines in the ink color.
    ...withoutSides.flatMap(([name, color]) =>
      color === undefined || SIDES.length > 0 ? [] : [[name, color] as const],
    ),
    ...SIDES.flatMap(({ color, soft }, index) => [
      [`side-${index + 1}`, color] as const,
      [`side-${index + 1}-soft`, soft] as const,
    ]),
  ]);
}

/** Relative luminance of a color as "#rrggbb" or "rgb(r, g, b)", after WCAG 2.2. */
function luminance(color: string): number {
  const bytes = color.startsWith('#')
    ? [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
    : (color.match(/[\d.]+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0] = bytes.map((byte) => {
    const channel = byte / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colors, from 1 to 21, after WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
