import { z } from 'zod';
import { sectionLink } from '../../course/permalinks.ts';
import { id, letteredId, oneOf, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { pairOf, type PerSide } from '../../course/sides.ts';
import type { Comparison } from '../../course/types.ts';
import { toolContent, TOOLS } from '../tools.ts';
import { SIDES } from '../../site.ts';

const pair = z.strictObject({
  id: letteredId('p', 'pair'),
  /** The question of the second side. */
  what: text('a question about what, who, when or how much'),
  /** The question of the first side. */
  why: text('a question about why it matters'),
});

const situation = z.strictObject({
  id: id('the id of the situation'),
  label: text('the name of the situation'),
  when: text('when to use these questions, and pitfalls'),
  pairs: several(pair, 1),
});

const feedbackItem = z.strictObject({
  id: letteredId('f', 'form item'),
  about: oneOf(['direction', 'connection']),
  text: text('what a team member can say of their week'),
});

/** The question bank and the team-feedback form (`src/content/tools/prompts.yaml`). */
const promptsSchema = z.strictObject({
  situations: several(situation, 1).superRefine(uniqueIds),
  feedback: z.strictObject({
    intro: text('what the form is for'),
    scale: several(text('a point of the scale'), 2),
    items: several(feedbackItem, 2).superRefine(uniqueIds),
    open: several(z.strictObject({ id: text('the id of the question'), text: text('an open question') }), 1),
  }),
});

export type PromptsData = z.infer<typeof promptsSchema>;
/** Heading of the form, on paper and as text. */
export const FEEDBACK_ASK = 'Think of the last month at work, and do not write your name.';

/** The team-feedback form as plain text: each statement with its choices, to paste into any form tool. */
export function feedbackText({ scale, items, open }: PromptsData['feedback']): string {
  const choices = scale.map((point) => `   ( ) ${point}`);
  return [
    FEEDBACK_ASK,
    '',
    ...items.flatMap(({ text }, index) => [`${index + 1}. ${text}`, ...choices, '']),
    ...open.flatMap(({ text }, index) => [`${items.length + index + 1}. ${text}`, '   (a few lines)', '']),
  ].join('\n');
}

/** The comparison whose rows are pairs too. */
export const QUESTIONS_TABLE = 'questions-each-asks';

/** The bank's situations, and the table about the questions each asks as one more. */
export function situations(
  prompts: PromptsData,
  { sides, rows }: Pick<Comparison, 'sides' | 'rows'>,
  [first, second]: PerSide<{ id: string }> = pairOf(SIDES),
): PromptsData['situations'] {
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

const { path, title } = TOOLS.questions;

export const questions = toolContent({
  file: 'prompts.yaml',
  needsSides: true,
  schema: promptsSchema,
  build: (data): PromptsData => data,
  links(prompts, comparisons) {
    const bank = comparisons
      .filter(({ id }) => id === QUESTIONS_TABLE)
      .flatMap((table) => situations(prompts, table));
    return [
      sectionLink(path, 'pairs', 'Pairs of questions'),
      sectionLink(path, 'your-card', 'Your question card'),
      sectionLink(path, 'team-feedback', 'A feedback form for your team'),
      ...bank.map(({ id, label }) => sectionLink(path, id, `${title}: ${label}`)),
      ...bank.flatMap(({ pairs }) => pairs.map(({ id, what }) => sectionLink(path, id, what, 'question'))),
    ];
  },
});
