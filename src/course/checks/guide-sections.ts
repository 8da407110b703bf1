import type { LessonOutline } from '../lesson-outline.ts';
import type { GuideData } from '../schemas/guide.ts';
import type { Report } from './report.ts';

/** Checks that the sections shown by a guide's blocks exist and are shown once. */
export function checkGuideSections(
  file: string,
  { blocks }: GuideData,
  outline: LessonOutline | undefined,
  report: Report,
): void {
  // A text that cannot be read has no headings, and its mistake is told already.
  if (outline === undefined || outline.headings.length === 0) return;
  const known = outline.headings.map(({ id }) => id);
  const seen = new Set<string>();
  for (const block of blocks)
    for (const section of block.sections ?? []) {
      const field = `blocks.${block.id}.sections`;
      if (!known.includes(section))
        report({
          file,
          field,
          problem: `the lesson has no section "${section}"`,
          remedy: `name one of ${known.join(', ')}.`,
        });
      if (seen.has(section))
        report({
          file,
          field,
          problem: `another block shows the section "${section}" already`,
          remedy: 'leave it to one of the two.',
        });
      seen.add(section);
    }
}
