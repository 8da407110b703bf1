import type { RawTools } from '../course-types.ts';

/** Checks that ids of some kind exist. */
type CheckIds = (
  file: string,
  field: string,
  kind: 'lesson' | 'claim' | 'source',
  used: readonly string[],
) => void;

/** The references of the practice tools. */
export function checkTools({ balance, stretches, timeAudit }: RawTools, checkIds: CheckIds): void {
  for (const { id, lesson } of balance.data.statements)
    checkIds(balance.file, `statements.${id}.lesson`, 'lesson', [lesson]);
  for (const { id, claims, sources } of stretches.data.stretches) {
    checkIds(stretches.file, `stretches.${id}.claims`, 'claim', claims);
    checkIds(stretches.file, `stretches.${id}.sources`, 'source', sources);
  }
  checkIds(timeAudit.file, 'sources', 'source', timeAudit.data.sources);
}
