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
  /** Undefined where it is missing. */
  thisWeek: Step | undefined;
  hasEvidence: boolean;
  words: number;
}

export interface Heading {
  depth: 2 | 3;
  text: string;
  id: string;
}

/** One `<Comparison>`: a table, or the rows of it that are named. */
export interface ComparisonUse {
  id: string;
  rows: string[] | undefined;
}

/** The step of the week as an if-then plan. */
export interface Step {
  /** "it is Friday at four" */
  moment: string;
  action: string;
}

const component = (name: string): RegExp => new RegExp(`<${name}\\b([^>]*)>`, 'g');

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}

function idsOf(body: string, name: string, key: string): string[] {
  return [...body.matchAll(component(name))].map((match) => attribute(match[1] ?? '', key) ?? '');
}

/** The ids in a space-separated `rows` attribute; none means the whole table. */
export function rowIds(rows: string | undefined): string[] | undefined {
  return rows?.trim().split(/\s+/);
}

/** Number of words a reader reads: markup, ids and addresses left out. */
export function countWords(markdown: string): number {
  const prose = markdown
    .replace(/<[^>]+>/g, ' ')
    .replace(/\{#[^}]*\}/g, ' ')
    .replace(/\]\([^)]*\)/g, ']');
  return prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

function stepOf(body: string): Step | undefined {
  const attributes = component('ThisWeek').exec(body)?.[1];
  return attributes === undefined
    ? undefined
    : { moment: attribute(attributes, 'if') ?? '', action: attribute(attributes, 'then') ?? '' };
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
    claims: idsOf(body, 'Claim', 'id'),
    terms: idsOf(body, 'Term', 'id'),
    definitions: idsOf(body, 'Definition', 'concept'),
    comparisons: [...body.matchAll(component('Comparison'))].map((match) => ({
      id: attribute(match[1] ?? '', 'id') ?? '',
      rows: rowIds(attribute(match[1] ?? '', 'rows')),
    })),
    figures: idsOf(body, 'Figure', 'id'),
    links: [...body.matchAll(/\]\(([/#][^)\s]*)\)/g)].map((match) => match[1] ?? ''),
    loneComponents: [...body.matchAll(/^<(Claim|Term)\b[^>]*>[^<]*<\/\1>$/gm)].map((match) => match[1] ?? ''),
    hasCheckYourself: body.includes('<CheckYourself'),
    thisWeek: stepOf(body),
    hasEvidence: body.includes('<Evidence'),
    words: countWords(body),
  };
}
