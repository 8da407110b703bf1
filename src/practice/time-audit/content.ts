import type { TimeAudit } from '../../course/types.ts';
import { timeAuditSchema } from './schema.ts';
import { idsOf, toolContent } from '../tool-content.ts';

export const timeAudit = toolContent({
  file: 'time-audit.yaml',
  schema: timeAuditSchema,
  check({ file, data }, checkIds) {
    checkIds(file, 'sources', 'source', data.sources);
  },
  build: (data, resolve): TimeAudit => ({ ...data, sources: resolve.sources(data.sources) }),
  write: (audit) => ({ ...audit, sources: idsOf(audit.sources) }),
});
