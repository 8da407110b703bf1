import { COURSE } from '../site.ts';
import { smartQuotes } from '../utils/quotes.ts';
import { rowIds } from './lesson-components.ts';
import {
  childrenOf,
  componentOf,
  countWords,
  hasAddress,
  headingId,
  lineOf,
  parseProse,
  textOf,
  walk,
  type ComponentUse,
  type Prose,
} from './lesson-tree.ts';

type Node = Prose['root'];

/** A paragraph or list item of a lesson as plain text. */
export interface Passage {
  /** The name of the block around it: "Example: On a ward". */
  label: string | undefined;
  text: string;
}

/** A table of the prose, header row first. */
export type ProseTable = string[][];

/** A use of `<Comparison>`: a whole table, or the named rows of it. */
interface ComparisonUse {
  id: string;
  rows: string[] | undefined;
}

/** A section of a lesson: its text and the pieces it shows. */
export interface LessonSection {
  id: string | undefined;
  heading: string;
  passages: Passage[];
  tables: ProseTable[];
  definitions: string[];
  comparisons: ComparisonUse[];
  figures: string[];
}

/** Whether a section has more to show on slides than its text. A table of events would have too many rows. */
export const showsPieces = (section: LessonSection): boolean =>
  [section.definitions, section.comparisons, section.tables, section.figures].some(
    (pieces) => pieces.length > 0,
  );

export interface Heading {
  depth: 2 | 3;
  text: string;
  id: string;
}

/** Parts of a body with their lines, for checks. */
export interface ProseParts extends Prose {
  headings: { depth: number; text: string; id: string | undefined; line: number }[];
  components: ComponentUse[];
  links: { url: string; line: number }[];
  images: { url: string; alt: string; line: number }[];
  claims: string[];
}

/** A lesson's text: its tree and the parts that other modules need. */
export interface LessonOutline {
  parts: ProseParts;
  headings: Heading[];
  /** Ids used in components, in order of use. */
  definitions: string[];
  comparisons: ComparisonUse[];
  figures: string[];
  /** Sections in order; the text before the first heading comes first. */
  sections: LessonSection[];
  thisWeek: { if: string; then: string } | undefined;
  evidence: Passage[];
  words: number;
}

/** Reads the parts of an MDX body. */
export function partsOf(body: string): ProseParts {
  const prose = parseProse(body, 'mdx');
  const lines = body.split('\n');
  const parts: ProseParts = { ...prose, headings: [], components: [], links: [], images: [], claims: [] };
  for (const node of walk(prose.root)) {
    const line = lineOf(node);
    const component = componentOf(node);
    if (component !== undefined) parts.components.push(component);
    if (node.type === 'heading')
      parts.headings.push({
        depth: node.depth,
        text: textOf(node),
        id: /\{#([^{}]*)\}\s*$/.exec(lines[line - 1] ?? '')?.[1] ?? headingId(node),
        line,
      });
    if (node.type === 'image') parts.images.push({ url: node.url, alt: node.alt ?? '', line });
    else if (hasAddress(node)) parts.links.push({ url: node.url, line });
  }
  parts.claims = valuesOf(parts.components, 'Claim', 'id');
  return parts;
}

/** Reads a lesson's MDX. */
export function outlineOf(body: string): LessonOutline {
  const parts = partsOf(body);
  const { root, components } = parts;
  const use = (name: string): ComponentUse | undefined => components.find((item) => item.name === name);
  const step = use('ThisWeek')?.attributes;
  return {
    parts,
    headings: parts.headings.flatMap(({ depth, text, id }): Heading[] =>
      id === undefined ? [] : [{ depth: depth === 2 ? 2 : 3, text, id }],
    ),
    ...shownBy(components),
    sections: sectionsOf(root),
    thisWeek: step && { if: smartQuotes(step['if'] ?? ''), then: smartQuotes(step['then'] ?? '') },
    evidence: sectionOf(undefined, 'Evidence', use('Evidence')?.children ?? []).passages,
    words: countWords(root),
  };
}

const valuesOf = (components: readonly ComponentUse[], name: string, key: string): string[] =>
  components.filter((use) => use.name === name).map(({ attributes }) => attributes[key] ?? '');

const shownBy = (components: readonly ComponentUse[]) => ({
  definitions: valuesOf(components, 'Definition', 'concept'),
  comparisons: components
    .filter(({ name }) => name === 'Comparison')
    .map(({ attributes }): ComparisonUse => ({
      id: attributes['id'] ?? '',
      rows: rowIds(attributes['rows']),
    })),
  figures: valuesOf(components, 'Figure', 'id'),
});

/** The parts after the last section. */
const AFTER_SECTIONS = new Set(['CheckYourself', 'ThisWeek', 'Evidence']);

function sectionsOf(root: Node): LessonSection[] {
  const nodes = childrenOf(root);
  const end = nodes.findIndex((node) => AFTER_SECTIONS.has(componentOf(node)?.name ?? ''));
  const sections: { heading: Node | undefined; nodes: Node[] }[] = [{ heading: undefined, nodes: [] }];
  for (const node of end < 0 ? nodes : nodes.slice(0, end)) {
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections.map(({ heading, nodes: inside }) =>
    heading?.type === 'heading'
      ? sectionOf(headingId(heading), textOf(heading), inside)
      : sectionOf(undefined, '', inside),
  );
}

function sectionOf(id: string | undefined, heading: string, nodes: readonly Node[]): LessonSection {
  const passages: Passage[] = [];
  const tables: ProseTable[] = [];
  const read = (node: Node, block: string | undefined): void => {
    const component = componentOf(node);
    if (component !== undefined || node.type === 'blockquote' || node.type === 'list') {
      const inner = component === undefined ? block : blockName(component);
      for (const child of childrenOf(node)) read(child, inner ?? block);
    } else if (node.type === 'table')
      tables.push(node.children.map((row) => row.children.map((cell) => textOf(cell))));
    else {
      const text = textOf(node);
      if (text !== '') passages.push({ label: block, text });
    }
  };
  for (const node of nodes) read(node, undefined);
  const components = nodes.flatMap((node) => [...walk(node)]).flatMap((node) => componentOf(node) ?? []);
  return { id, heading, passages, tables, ...shownBy(components) };
}

function blockName({ name, attributes }: ComponentUse): string | undefined {
  if (name === 'Example') return `Example: ${attributes['title'] ?? ''}`;
  return name === 'FromTheTalk' ? COURSE.talk?.label : undefined;
}
