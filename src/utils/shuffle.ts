/**
 * Returns a shuffled copy; all orders are equally likely.
 * @param random returns numbers in [0, 1), like Math.random
 */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return shuffled;
}
