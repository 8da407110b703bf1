/**
 * Distributes whole minutes in proportion to the limit of each place (largest remainder; of two, the first).
 * @param minutes at most the sum of all limits
 */
export function shareOut(minutes: number, room: readonly number[]): number[] {
  const all = room.reduce((sum, each) => sum + each, 0);
  if (all === 0) return room.map(() => 0);
  const exact = room.map((each) => (minutes * each) / all);
  const shares = exact.map(Math.floor);
  const over = minutes - shares.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((each, index) => [each - Math.floor(each), index] as const)
    .sort(([a, first], [b, second]) => b - a || first - second);
  for (const [, index] of byRemainder.slice(0, over)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
