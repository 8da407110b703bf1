import { z } from 'zod';
import { oneOf, reading, text } from './common.ts';
import { ref } from '../references.ts';

/** What kind of evidence a claim rests on. */
export const EVIDENCE_KINDS = [
  /** Many studies pooled by a method. */
  'meta-analysis',
  /** People, teams, or firms assigned to conditions by the researchers, in a laboratory or at work. */
  'experiment',
  /** Work observed, or measured before and after, where nobody assigned it by lot. */
  'field study',
  /** What people answered when asked. */
  'survey',
  /** Records that were kept for another purpose: filings, prices, files of staff. */
  'archive',
  /** What happened at one organization. */
  'case',
  /** A reading of the literature without pooled figures. */
  'review',
  /** An idea, a definition, or an argument of its author. */
  'theory',
  /** An account by the press, a company, or an institution. */
  'report',
  /** What somebody said or wrote, or who said it first. */
  'quotation',
  /** Arithmetic or reasoning of our own. */
  'reasoning',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A checked fact (`src/content/claims/<fact id>.yaml`), shown in lessons through `<Claim id="...">`. */
export const claimSchema = z
  .strictObject({
    statement: text('the fact in a plain sentence'),
    /** verified: read in a source; known: well established; disputed: sources disagree. */
    status: oneOf(['verified', 'known', 'disputed']),
    /** How we read what it rests on. */
    read: reading,
    kind: oneOf(EVIDENCE_KINDS, 'name the kind of evidence'),
    /** The date that the figure or finding holds for: YYYY, YYYY-MM or YYYY-MM-DD. */
    asOf: text('the date that the fact holds for')
      .regex(/^\d{4}(?:-\d{2}){0,2}$/, {
        error: 'is not a date. Remedy: write "2024", "2024-02" or "2024-02-04", in quotation marks.',
      })
      .refine((asOf) => !Number.isNaN(Date.parse(asOf)) && new Date(asOf).toISOString().startsWith(asOf), {
        error: 'is a date that no calendar has. Remedy: correct the month or the day.',
      }),
    /** Only our own reasoning may come without: "We looked for ... and found none." */
    sources: z.array(ref('source'), { error: 'is missing. Remedy: name the source that says so.' }),
    /** Of a disputed one, who disagrees and how. */
    note: text('the limit of the fact').optional(),
  })
  .refine((claim) => claim.read === 'our reasoning' || claim.sources.length > 0, {
    path: ['sources'],
    error: 'is empty. Remedy: name the source that says so.',
  })
  .refine((claim) => claim.status !== 'disputed' || claim.note !== undefined, {
    path: ['note'],
    error: 'is missing for a disputed fact. Remedy: say who disagrees and how.',
  });

export type ClaimData = z.infer<typeof claimSchema>;
