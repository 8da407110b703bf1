import { citingPages, type CitingPage } from './citing-pages.ts';
import { KIND_WORDS } from './reading-words.ts';
import type { EvidenceKind } from './schemas/claim.ts';
import type { Claim, Course } from './types.ts';

/** How firmly a claim stands: read by us in the text or by those it is about, known by report only, or disputed. */
export type Standing = 'read' | 'reported' | 'disputed';

export interface SortedClaim {
  claim: Claim;
  standing: Standing;
  /** Pages that show it. */
  pages: readonly CitingPage[];
}

export interface ClaimsOfKind {
  kind: EvidenceKind;
  claims: SortedClaim[];
}

const STANDINGS: readonly Standing[] = ['read', 'reported', 'disputed'];

export function standingOf({ status, read }: Pick<Claim, 'status' | 'read'>): Standing {
  if (status === 'disputed') return 'disputed';
  return read === 'secondary' || read === 'known' ? 'reported' : 'read';
}

/** The claims that the course shows, by kind of evidence, the firmest of each kind first. Kinds without a claim are left out. */
export function claimsByKind(course: Course): ClaimsOfKind[] {
  const sorted = [...citingPages(course).claims]
    .map(([claim, pages]): SortedClaim => ({ claim, pages, standing: standingOf(claim) }))
    .sort(
      (a, b) =>
        STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
        a.claim.id.localeCompare(b.claim.id, 'en'),
    );
  const groups = Map.groupBy(sorted, ({ claim }) => claim.kind);
  return (Object.keys(KIND_WORDS) as EvidenceKind[]).flatMap((kind) => {
    const claims = groups.get(kind);
    return claims === undefined ? [] : [{ kind, claims }];
  });
}
