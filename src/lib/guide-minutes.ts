import type { Guide } from './course-types.ts';

/** Minutes of a session on a lesson: as short as its core blocks allow, and as long as all of them are worth. */
export function guideMinutes({ blocks }: Pick<Guide, 'blocks'>): { short: number; long: number } {
  return {
    short: blocks.reduce((sum, { core, least }) => sum + (core ? least : 0), 0),
    long: blocks.reduce((sum, { most }) => sum + most, 0),
  };
}
