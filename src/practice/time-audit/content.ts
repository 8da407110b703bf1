import type { Source } from '../../course/types.ts';
import { timeAuditSchema, type TimeAuditData } from './schema.ts';
import { idsOf, toolContent } from '../tool-content.ts';

/** Categories and rules of the time audit, with their sources. */
export interface TimeAudit extends Omit<TimeAuditData, 'sources'> {
  sources: Source[];
}

/** The time audit's content. */
export const timeAudit = toolContent({
  file: 'time-audit.yaml',
  schema: timeAuditSchema,
  build: (data, resolve): TimeAudit => ({ ...data, sources: resolve.sources(data.sources) }),
  cites: ({ sources }) => ({ sources }),
  write: (audit) => ({ ...audit, sources: idsOf(audit.sources) }),
});
