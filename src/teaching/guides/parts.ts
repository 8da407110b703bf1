import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** The parts of a facilitator guide in their order: the fragment, which is permanent, and the heading. */
export const GUIDE_PARTS = [
  ['outcomes', 'Outcomes'],
  ['prepare', 'Before the session'],
  ['running-order', 'Running order'],
  ['session', 'The session, block by block'],
  ['remote', 'In a video call'],
  ['sizes', 'With 5, 15 or 40 people'],
  ['objections', 'Objections'],
  ['assess', 'Ideas to assess'],
  ['teach-this', 'Teach this'],
] as const;

export type GuidePart = (typeof GUIDE_PARTS)[number][0];

/** What the kinds of blocks are called on a page. */
export const BLOCK_KIND: Readonly<Record<GuideBlockData['kind'], string>> = {
  open: 'Opening',
  tell: 'Short talk',
  ask: 'Question to the room',
  exercise: 'Exercise',
  close: 'Closing',
};

/** Fragments of what stands in a guide; the ids come from its file. */
export const blockFragment = (id: string): string => `block-${id}`;
export const askFragment = (id: string): string => `ask-${id}`;
export const exerciseFragment = (id: string): string => `exercise-${id}`;

/** What the pages of a guide are called, by the title of the lesson. */
export const guideTitle = (lesson: string): string => `${lesson} (facilitator guide)`;
export const presentTitle = (lesson: string): string => `${lesson} (slides)`;
export const glanceTitle = (lesson: string): string => `${lesson} (glance sheet)`;
