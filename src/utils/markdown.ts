import type {
  Blockquote,
  BlockContent,
  Heading,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Table,
  Text,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Words, or nodes within a sentence. */
export type Inline = string | PhrasingContent;
/** A text of the content, on one line. Its marks are escaped when it is written. */
export const text = (value: string): Text => ({ type: 'text', value: value.replace(/\s+/g, ' ') });

const phrasing = (parts: readonly Inline[]): PhrasingContent[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part));

export const paragraph = (...parts: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(parts),
});

export const strong = (...parts: readonly Inline[]): Strong => ({
  type: 'strong',
  children: phrasing(parts),
});

export const link = (words: string, url: string): Link => ({ type: 'link', url, children: [text(words)] });

export const heading = (depth: Heading['depth'], words: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(words)],
});

export const quote = (children: BlockContent[]): Blockquote => ({ type: 'blockquote', children });

export const list = (items: readonly (readonly Inline[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(...item)] })),
});

/** A list of boxes to tick. */
export const boxes = (items: readonly string[]): List => {
  const plain = list(items.map((item) => [item]));
  return { ...plain, children: plain.children.map((item) => ({ ...item, checked: false })) };
};

/** A table: its header row first. */
export const table = (rows: readonly (readonly (readonly Inline[])[])[]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});

/** Nodes as GitHub-flavored Markdown. */
export const write = (nodes: readonly RootContent[]): string => {
  const root: Root = { type: 'root', children: [...nodes] };
  return toMarkdown(root, { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
};
