/** Updates a saved order: removes missing items and appends new ones. */
export const inOrder = (ids: readonly string[], saved: readonly string[]): string[] => {
  const still = new Set(saved.filter((id) => ids.includes(id)));
  return [...still, ...ids.filter((id) => !still.has(id))];
};
