/** Position of a two-by-two grid in its drawing; `size` is the side of one square. */
export const GRID = { size: 178, left: 50, top: 12 } as const;

/** The position of two scores (0 to 100) in the drawing: that of the first side upward, that of the second to the right. */
export function gridPoint(first: number, second: number): { x: number; y: number } {
  const { size, left, top } = GRID;
  return { x: left + (second / 100) * 2 * size, y: top + (1 - first / 100) * 2 * size };
}
