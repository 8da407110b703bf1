import { comparisonsOf, valuesOf, type ComparisonUse } from './mdx-tags.ts';
import {
  evidenceOf,
  ifThenOf,
  sectionsOf,
  type IfThen,
  type MdxSection,
  type Passage,
} from './mdx-sections.ts';

/** What a lesson's MDX names, read from its text, so that it can be checked before anything renders. */
export interface MdxOutline {
  headings: Heading[];
  /** Headings whose explicit id is missing. */
  headingsWithoutId: string[];
  /** Ids given to the components that take one, in order of use. */
  claims: string[];
  terms: string[];
  definitions: string[];
  comparisons: ComparisonUse[];
  figures: string[];
  /** Fragments and paths that the prose links to, on this site. */
  links: string[];
  /** Inline components that are all of their paragraph; MDX then makes no paragraph. */
  loneComponents: string[];
  hasCheckYourself: boolean;
  hasEvidence: boolean;
  /** What the prose says and shows, section by section; what stands before the first heading comes first. */
  sections: MdxSection[];
  /** Undefined where it is missing. */
  thisWeek: IfThen | undefined;
  evidence: Passage[];
  words: number;
}

export interface Heading {
  depth: 2 | 3;
  text: string;
  id: string;
}

/** Number of words a reader reads: markup, ids and addresses left out. */
export function countWords(markdown: string): number {
  const prose = markdown
    .replace(/<[^>]+>/g, ' ')
    .replace(/\{#[^}]*\}/g, ' ')
    .replace(/\]\([^)]*\)/g, ']');
  return prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Reads the outline of a lesson from its MDX. */
export function outlineOf(body: string): MdxOutline {
  const headings: Heading[] = [];
  const headingsWithoutId: string[] = [];
  for (const [, marks = '', text = ''] of body.matchAll(/^(#{2,3}) +(.+)$/gm)) {
    const match = /^(.*?)\s*\{#([a-z0-9-]+)\}\s*$/.exec(text);
    if (match === null) headingsWithoutId.push(text);
    else headings.push({ depth: marks.length === 2 ? 2 : 3, text: match[1] ?? '', id: match[2] ?? '' });
  }
  return {
    headings,
    headingsWithoutId,
    claims: valuesOf(body, 'Claim', 'id'),
    terms: valuesOf(body, 'Term', 'id'),
    definitions: valuesOf(body, 'Definition', 'concept'),
    comparisons: comparisonsOf(body),
    figures: valuesOf(body, 'Figure', 'id'),
    links: [...body.matchAll(/\]\(([/#][^)\s]*)\)/g)].map((match) => match[1] ?? ''),
    loneComponents: [...body.matchAll(/^<(Claim|Term)\b[^>]*>[^<]*<\/\1>$/gm)].map((match) => match[1] ?? ''),
    hasCheckYourself: body.includes('<CheckYourself'),
    hasEvidence: body.includes('<Evidence'),
    sections: sectionsOf(body),
    thisWeek: ifThenOf(body),
    evidence: evidenceOf(body),
    words: countWords(body),
  };
}
