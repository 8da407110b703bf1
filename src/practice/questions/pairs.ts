import type { Comparison } from '../../course/types.ts';
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
export const situations = (prompts: PromptsData, table: Comparison): Situation[] => [
  ...prompts.situations,
  {
    id: 'any-work',
    label: 'Any work',
    when: 'Use these to see which of the two you ask less often.',
    pairs: table.rows.map(({ id, cells }) => ({
      id: `p-table-${id}`,
      what: cells['managing'] ?? '',
      why: cells['leading'] ?? '',
    })),
  },
];
