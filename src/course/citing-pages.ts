import { toolCitations } from '../practice/content.ts';
import { TOOLS } from '../practice/tools.ts';
import { PAGES } from '../routes.ts';
import { COURSE } from '../site.ts';
import type { Claim, Course, Source } from './types.ts';
import { KIND_WORDS, type EvidenceKind } from './reading-words.ts';

export interface CitingPage {
  path: string;
  title: string;
}

/** The claims that a page shows, and the sources that it cites beside theirs. */
export interface CitingPlace extends CitingPage {
  claims?: readonly Claim[];
  sources?: readonly Source[];
}

/** Every place that shows claims or cites sources, in the order of "Cited in". A new kind of content adds a line here. */
function citingPlaces(course: Course): CitingPlace[] {
  return [
    ...course.lessons.map(({ number, ...lesson }) => ({ ...lesson, title: `${number}. ${lesson.title}` })),
    ...course.concepts.map((concept) => ({ ...concept, title: concept.term })),
    ...course.comparisons.map(({ rows, ...table }) => ({
      ...table,
      sources: rows.flatMap(({ source }) => source ?? []),
    })),
    ...course.entries,
    ...course.figures,
    ...course.texts,
    ...course.lessons.flatMap(({ title, guide }) =>
      guide === undefined
        ? []
        : [{ ...guide, title: `${title}: guide`, claims: guide.objections.flatMap(({ claims }) => claims) }],
    ),
    ...toolCitations(course.tools),
    ...frameCitations(course),
  ];
}

/** What the pages around the content cite, as course.yaml says. */
function frameCitations(course: Course): CitingPlace[] {
  const { talk, evidence } = COURSE;
  const claims = (...ids: (string | undefined)[]): Claim[] =>
    course.claims.filter(({ id }) => ids.includes(id));
  const sources = (...ids: (string | undefined)[]): Source[] =>
    course.sources.filter(({ id }) => ids.includes(id));
  return [
    { ...PAGES.about, sources: sources(talk?.source) },
    { ...TOOLS.review, claims: claims(evidence.recall, evidence.spacing, evidence.gaps) },
    { ...TOOLS.progress, sources: sources(evidence.testing) },
    { ...TOOLS.growthPlan, claims: claims(evidence.plans, evidence.newerPlans) },
  ];
}

interface CitingPages {
  claims: ReadonlyMap<Claim, readonly CitingPage[]>;
  /** Pages that cite each source, by themselves or through a claim. */
  sources: ReadonlyMap<Source, readonly CitingPage[]>;
}

/** The pages that show each claim and cite each source; what no page shows is missing. */
export function citingPages(course: Course): CitingPages {
  const claims = new Map<Claim, CitingPage[]>();
  const sources = new Map<Source, CitingPage[]>();
  for (const { path, title, claims: shown = [], sources: cited = [] } of citingPlaces(course)) {
    const add = <Cited>(to: Map<Cited, CitingPage[]>, one: Cited): void => {
      const pages = to.get(one) ?? [];
      if (!pages.some((page) => page.path === path)) to.set(one, [...pages, { path, title }]);
    };
    for (const claim of shown) add(claims, claim);
    for (const source of [...cited, ...shown.flatMap((claim) => claim.sources)]) add(sources, source);
  }
  return { claims, sources };
}

/** How well a claim is supported: read by us in the text or by those it is about, known by report only, or disputed. */
type Standing = 'read' | 'reported' | 'disputed';

export interface SortedClaim {
  claim: Claim;
  standing: Standing;
  pages: readonly CitingPage[];
}

interface ClaimsOfKind {
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
