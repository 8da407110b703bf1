import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** The parts of a facilitator guide, in order: fragment, which is permanent, and heading. */
export const GUIDE_PARTS = [
  ['outcomes', 'Outcomes'],
  ['prepare', 'Before the session'],
  ['running-order', 'Running order'],
  ['session', 'The session, block by block'],
  ['sheets', 'Sheets to print'],
  ['remote', 'In a video call'],
  ['sizes', 'With 5, 15 or 40 people'],
  ['objections', 'Objections'],
  ['assess', 'Ideas to assess'],
  ['teach-this', 'Teach this'],
] as const;

export type GuidePart = (typeof GUIDE_PARTS)[number][0];

/** Labels of the kinds of blocks. */
export const BLOCK_KIND: Readonly<Record<GuideBlockData['kind'], string>> = {
  open: 'Opening',
  tell: 'Short talk',
  ask: 'Question to the room',
  exercise: 'Exercise',
  close: 'Closing',
};

/** Fragments of the blocks, questions and exercises of a guide, from the ids in its file. */
export const blockFragment = (id: string): string => `block-${id}`;
export const askFragment = (id: string): string => `ask-${id}`;
export const exerciseFragment = (id: string): string => `exercise-${id}`;

/** Titles of the pages of a guide. */
export const guideTitle = (lesson: string): string => `${lesson} (facilitator guide)`;
export const presentTitle = (lesson: string): string => `${lesson} (slides)`;
export const glanceTitle = (lesson: string): string => `${lesson} (glance sheet)`;
