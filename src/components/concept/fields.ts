import { pairOf } from '../../course/sides.ts';
import type { Concept } from '../../course/types.ts';
import { SIDES } from '../../site.ts';

/**
 * The four fields of the square of the two sides, row by row, with the concepts in each: the first side grows upward, the
 * second to the right. Those of no side are on none.
 */
export function fieldsOf(concepts: readonly Concept[]) {
  const [first, second] = pairOf(SIDES);
  return [
    { side: first.id, name: first.label },
    { side: 'both', name: 'Both' },
    { side: 'neither', name: 'Neither' },
    { side: second.id, name: second.label },
  ].map((field) => ({ ...field, found: concepts.filter(({ side }) => side === field.side) }));
}
