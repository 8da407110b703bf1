import type { AstroIntegration } from 'astro';
import { PAGE_EXPORTERS } from '../exporters/from-pages.ts';
import { leaveOut } from '../exporters/left-out.ts';

/** Says, before any page is made, which downloads this machine cannot make; no page then offers them. */
export function leftOutExports(): AstroIntegration {
  return {
    name: 'left-out-exports',
    hooks: {
      'astro:config:done': ({ logger }) => {
        const reasons = PAGE_EXPORTERS.map(({ id, label, missing }) => ({ id, label, reason: missing?.() }));
        const missing = reasons.filter(({ reason }) => reason !== undefined);
        for (const { label, reason } of missing) logger.warn(`Left out: ${label}. ${reason ?? ''}`);
        leaveOut(missing.map(({ id }) => id));
      },
    },
  };
}
