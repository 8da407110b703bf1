import { attributesOf, comparisonsOf, usesOf, valuesOf, type ComparisonUse } from './mdx-tags.ts';
import { COURSE } from '../site.ts';

/** A piece of a lesson's prose in plain words. */
export interface Passage {
  /** What stands out at its start, or what its block is called: "Planning", "Example: On a ward". */
  label: string | undefined;
  /** The label is its block's, and not a word of the text. */
  aside: boolean;
  text: string;
}

/** A table of the prose: its header row first. */
export type ProseTable = string[][];

/** A section of a lesson: what it says, and what it shows. */
export interface MdxSection {
  /** Undefined for what stands before the first heading. */
  id: string | undefined;
  heading: string;
  passages: Passage[];
  tables: ProseTable[];
  /** Ids of the concepts that it defines. */
  definitions: string[];
  comparisons: ComparisonUse[];
  figures: string[];
  timeline: boolean;
}

/** Markdown as plain words: the marks, the components and the addresses left out. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_]{1,2}(\S(?:.*?\S)?)[*_]{1,2}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const BLOCK = /^<(Example|FromTheTalk)\b([^>]*)>\s*$/;
const BLOCK_END = /^<\/(?:Example|FromTheTalk)>\s*$/;
const ITEM = /^(?:[-*]|\d+\.) +/;

function passageOf(markdown: string, block: string | undefined): Passage | undefined {
  const [, lead] = /^\*\*(.+?)\*\*/.exec(markdown) ?? [];
  const text = plainText(markdown);
  if (text === '') return undefined;
  if (block !== undefined) return { label: block, aside: true, text };
  return { label: lead === undefined ? undefined : plainText(lead), aside: false, text };
}

/** Paragraphs, and each item of a list by itself. */
const piecesOf = (chunk: string): string[] =>
  ITEM.test(chunk) ? chunk.split(/\n(?=(?:[-*]|\d+\.) +)/).map((item) => item.replace(ITEM, '')) : [chunk];

const tableOf = (chunk: string): ProseTable =>
  chunk
    .split('\n')
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(plainText),
    );

/** Reads what prose says and shows. */
export function sectionOf(id: string | undefined, heading: string, body: string): MdxSection {
  const passages: Passage[] = [];
  const tables: ProseTable[] = [];
  let block: string | undefined;
  for (const chunk of body.split(/\n\s*\n/).map((part) => part.trim())) {
    const [, name, attributes = ''] = BLOCK.exec(chunk) ?? [];
    if (name !== undefined)
      block =
        name === 'Example'
          ? `Example: ${attributesOf(attributes)['title'] ?? ''}`
          : (COURSE.talk?.label ?? '');
    else if (BLOCK_END.test(chunk)) block = undefined;
    else if (chunk.startsWith('|')) tables.push(tableOf(chunk));
    else
      for (const piece of piecesOf(chunk)) {
        const passage = passageOf(piece, block);
        if (passage !== undefined) passages.push(passage);
      }
  }
  return {
    id,
    heading,
    passages,
    tables,
    definitions: valuesOf(body, 'Definition', 'concept'),
    comparisons: comparisonsOf(body),
    figures: valuesOf(body, 'Figure', 'id'),
    timeline: usesOf(body, 'Timeline').length > 0,
  };
}

/** The sections of a lesson's MDX, what stands before the first heading first. */
export function sectionsOf(body: string): MdxSection[] {
  const [prose = ''] = body.split(/^<(?:CheckYourself|ThisWeek|Evidence)\b/m);
  const [opening = '', ...rest] = prose.split(/^## +/m);
  return [
    sectionOf(undefined, '', opening),
    ...rest.map((part) => {
      const [first = '', ...lines] = part.split('\n');
      const [, heading, id] = /^(.*?)\s*\{#([a-z0-9-]+)\}\s*$/.exec(first) ?? [];
      return sectionOf(id, heading ?? first, lines.join('\n'));
    }),
  ];
}

/** The if-then step of a lesson. */
export interface IfThen {
  if: string;
  then: string;
}

export function ifThenOf(body: string): IfThen | undefined {
  const [use] = usesOf(body, 'ThisWeek');
  return use && { if: use['if'] ?? '', then: use['then'] ?? '' };
}

/** What a lesson says of the evidence. */
export function evidenceOf(body: string): Passage[] {
  const [, evidence = ''] = /<Evidence>([\s\S]*?)<\/Evidence>/.exec(body) ?? [];
  return sectionOf(undefined, 'Evidence', evidence).passages;
}
