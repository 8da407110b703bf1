import type { Guide } from '../../course/types.ts';
import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** The blocks of a guide for use during the session, each with its number. */
export interface InTheRoom {
  asks: { number: number; question: Guide['questions'][number] }[];
  exercises: { number: number; exercise: Guide['exercises'][number] }[];
  /** The last block that closes a session. */
  closing: { number: number; block: Extract<GuideBlockData, { kind: 'close' }> } | undefined;
}

/** Selects the questions, the exercises and the close of a guide, in the order of its blocks. */
export function inTheRoom({ blocks, questions, exercises }: Guide): InTheRoom {
  const found: InTheRoom = { asks: [], exercises: [], closing: undefined };
  blocks.forEach((block, index) => {
    const number = index + 1;
    if (block.kind === 'close') found.closing = { number, block };
    if (block.kind === 'ask')
      for (const question of questions)
        if (question.id === block.question) found.asks.push({ number, question });
    if (block.kind === 'exercise')
      for (const exercise of exercises)
        if (exercise.id === block.exercise) found.exercises.push({ number, exercise });
  });
  return found;
}
