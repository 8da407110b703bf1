import { pairOf, type PerSide } from '../../course/sides.ts';
import type { Comparison } from '../../course/types.ts';
import { SIDES } from '../../site.ts';
import type { PromptsData } from './schema.ts';

/** A what-question and its why-question. */
export interface Pair {
  /** Its fragment on the page. */
  id: string;
  what: string;
  why: string;
}

/** The pairs for one kind of meeting. */
export interface Situation {
  /** Fragment of its heading. */
  id: string;
  label: string;
  when: string;
  pairs: Pair[];
}

/** The comparison whose rows are pairs too. */
export const QUESTIONS_TABLE = 'questions-each-asks';

/** The bank's situations, and the table about the questions each asks as one more. */
export function situations(
  prompts: PromptsData,
  { sides, rows }: Pick<Comparison, 'sides' | 'rows'>,
  [first, second]: PerSide<{ id: string }> = pairOf(SIDES),
): Situation[] {
  const columnOf = (side: { id: string }): string => sides.find(({ tone }) => tone === side.id)?.id ?? '';
  const [why, what] = [columnOf(first), columnOf(second)];
  return [
    ...prompts.situations,
    {
      id: 'any-work',
      label: 'Any work',
      when: 'Use these to see which of the two you ask less often.',
      pairs: rows.map(({ id, cells }) => ({
        id: `p-table-${id}`,
        what: cells[what] ?? '',
        why: cells[why] ?? '',
      })),
    },
  ];
}
