import type { Definition, Heading, Image, Link } from 'mdast';
import { markdownToMdast, mdxToMdast, type MdastNode, type MdxJsxTextElement } from 'satteri';
import type { Problem } from './author-error.ts';
import { LESSON_COMPONENTS } from './lesson-components.ts';

/** A mistake in a body of Markdown or MDX; its line is counted from the start of the body. */
export type Mistake = Omit<Problem, 'file'> & { line: number };

/** A parsed Markdown or MDX body. */
export interface Prose {
  root: MdastNode;
  /** Syntax that the parser or this module rejects. */
  mistakes: Mistake[];
}

/** A component in a body. */
export interface ComponentUse {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly MdastNode[];
  line: number;
}

/** Must match the syntax options in astro.config.mjs. Front matter is removed before parsing. */
const FEATURES = { headingAttributes: true, frontmatter: false } as const;

/**
 * Parses the body of an entry, once, with the parser that Astro renders it with. Comments are left out of the tree, and
 * a text in braces, such as {" "}, becomes text. Nothing is thrown: mistakes are in the result.
 */
export function parseProse(body: string, format: 'md' | 'mdx'): Prose {
  const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
  let root: MdastNode;
  try {
    root = parse(body, { features: FEATURES });
  } catch (error) {
    return { root: { type: 'root', children: [] }, mistakes: [syntaxMistake(body, error)] };
  }
  const mistakes: Mistake[] = [];
  const [clean = root] = normalize(root, undefined, mistakes);
  return { root: clean, mistakes };
}

/** The line that a node begins on. */
export const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? node.children : [];

/** A copy of a node with other children. The caller gives children that its type may have. */
export const withChildren = (node: MdastNode, children: readonly MdastNode[]): MdastNode =>
  ({ ...node, children }) as MdastNode;

/** Every node of a tree, in the order of the text. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

/** The component that a node represents, or undefined. */
export function componentOf(node: MdastNode): ComponentUse | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute')
      attributes[attribute.name] = typeof attribute.value === 'string' ? attribute.value : '';
  return { name: node.name ?? '', attributes, children: node.children, line: lineOf(node) };
}

/** The explicit id of a heading: "## Title {#id}". */
export function headingId({ data }: Heading): string | undefined {
  const properties: unknown = data && 'hProperties' in data ? data.hProperties : undefined;
  return typeof properties === 'object' && properties !== null && 'id' in properties
    ? String(properties.id)
    : undefined;
}

/** Whether a node has a URL. */
export const hasAddress = (node: MdastNode): node is Link | Definition | Image =>
  node.type === 'link' || node.type === 'definition' || node.type === 'image';

/** Nodes made of blocks, whose texts must be separated by a space. */
const CONTAINERS = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'footnoteDefinition',
  'mdxJsxFlowElement',
]);

function rawText(node: MdastNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    default:
      return childrenOf(node)
        .map(rawText)
        .join(CONTAINERS.has(node.type) ? ' ' : '');
  }
}

/** The plain text of a node on one line. */
export const textOf = (node: MdastNode): string => rawText(node).replace(/\s+/g, ' ').trim();
/** Number of words in a text. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
/** Number of words in the visible text of a node. */
export const countWords = (node: MdastNode): number => wordsIn(textOf(node));

/** The text of an expression that is only a string, "" for a comment, or undefined. */
function expressionText(source: string): string | undefined {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').trim();
  if (code === '') return '';
  return /^(?:"[^"\\]*"|'[^'\\]*')$/.test(code) ? code.slice(1, -1) : undefined;
}

const IS_CODE = 'is code, and the text is read without running code';

/** Normalizes a node; a comment becomes no node. */
function normalize(node: MdastNode, parent: MdastNode | undefined, mistakes: Mistake[]): MdastNode[] {
  const add = (field: string, problem: string, remedy: string): unknown =>
    mistakes.push({ line: lineOf(node), field, problem, remedy });
  if (node.type === 'mdxjsEsm') {
    add(node.value.split(/\s/, 1).join(''), IS_CODE, 'remove the line; components need no import.');
    return [];
  }
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    const value = expressionText(node.value);
    if (value === undefined)
      add(
        `{${node.value}}`,
        IS_CODE,
        String.raw`write the words themselves, or \{ and \} for braces that readers see.`,
      );
    return value === '' ? [] : [{ type: 'text', value: value ?? node.value }];
  }
  const component = componentOf(node);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkSyntax(node.attributes);
  const children = childrenOf(node).flatMap((child) => normalize(child, node, mistakes));
  const clean = 'children' in node ? withChildren(node, children) : node;
  const place = component && LESSON_COMPONENTS[component.name]?.place;
  if (place === 'text' && node.type === 'mdxJsxFlowElement') {
    // A list item needs no paragraph.
    if (parent?.type !== 'listItem')
      add(
        `<${component?.name}>`,
        'has no words outside of it, so MDX makes no paragraph of the line',
        'leave a word or the final period outside of it.',
      );
    return [withChildren({ type: 'paragraph', children: [] }, [asText(clean)])];
  }
  if (place === 'block' && node.type === 'mdxJsxTextElement')
    add(
      `<${component?.name}>`,
      'is part of a sentence',
      'put it on a line of its own, with an empty line before and after.',
    );
  return [clean];

  function checkSyntax(attributes: MdxJsxTextElement['attributes']): void {
    const seen = new Set<string>();
    for (const attribute of attributes) {
      const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : `{${attribute.value}}`;
      const field = `<${component?.name} ${name}>`;
      const isPlain = attribute.type === 'mdxJsxAttribute';
      if ((!isPlain || typeof attribute.value === 'object') && attribute.value !== null)
        add(field, IS_CODE, `write ${isPlain ? name : 'name'}="..." with quotation marks, without braces.`);
      if (seen.has(name)) add(field, 'is written twice in one tag', 'remove one of the two.');
      seen.add(name);
    }
  }
}

const asText = (node: MdastNode): MdastNode => ({ ...node, type: 'mdxJsxTextElement' }) as MdxJsxTextElement;

/** Converts a parser error to a mistake that an author understands. */
function syntaxMistake(body: string, error: unknown): Mistake {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', said = message] =
    /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx[\w:-]*\))?$/.exec(message) ?? [];
  const source = body.split('\n')[Number(line) - 1] ?? '';
  const at = source.slice(Number(column) - 1);
  // Lines in the message are those of the body, not of the file.
  return { line: Number(line), ...explain(at, source, said.replace(/ \(\d+:\d+\)/g, '')) };
}

function explain(at: string, source: string, message: string): Omit<Mistake, 'line'> {
  if (at.startsWith('<!--') || source.includes('<!--'))
    return {
      field: '<!--',
      problem: 'HTML comments are not possible in MDX',
      remedy: 'write {/* the comment */}; readers do not see it.',
    };
  const [curly] = /<[A-Za-z][^<>]*=\s*[“”„‘’][^<>]*>?/.exec(at.startsWith('<') ? at : source) ?? [];
  if (curly !== undefined)
    return {
      field: curly,
      problem: 'has curly quotation marks in its tag',
      remedy: `write ${curly.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'")} with straight ones.`,
    };
  const [, tag, attribute, value] = /^<([A-Za-z]+)\s(?:[^<>]*\s)?([a-z]+)=([^"'{\s>]+)/.exec(at) ?? [];
  if (tag !== undefined)
    return {
      field: `<${tag} ${attribute}>`,
      problem: 'has no quotation marks around its value',
      remedy: `write <${tag} ${attribute}="${value}">.`,
    };
  const [, address] = /^<(https?:[^<>\s]*)>?/.exec(at) ?? [];
  if (address !== undefined)
    return {
      field: `<${address}>`,
      problem: 'is an address in angle brackets, which MDX takes for a tag',
      remedy: `write [what is there](${address}).`,
    };
  if (source.startsWith('#') && source.includes('{'))
    return {
      field: source.replace(/\{.*/, '').trim(),
      problem: 'has an id in a form that is not allowed, or no space after the number signs',
      remedy: 'write ## The heading {#short-id}, with small letters, digits and hyphens in the id.',
    };
  const [, html] = /closing tag for `<([a-z]+)/.exec(message) ?? [];
  if (html !== undefined)
    return {
      field: `<${html}>`,
      problem: 'is HTML, and a text has Markdown and components only',
      remedy: 'remove the tag; an empty line begins a new paragraph.',
    };
  const [, unclosed] = /closing tag for `<(\w*)/.exec(message) ?? [];
  if (unclosed !== undefined)
    return {
      field: `<${unclosed}>`,
      problem: message,
      remedy:
        LESSON_COMPONENTS[unclosed]?.wraps === false
          ? `end the tag itself with "/>": it has no text.`
          : `write </${unclosed}> where it ends; a block's tags have lines of their own.`,
    };
  if (message.includes('`{`') || message.includes('expression'))
    return {
      field: '{',
      problem: message,
      remedy: String.raw`write \{ for a brace that readers see, and an id of a heading as {#id} at the end of its line.`,
    };
  return {
    field: at.split(/\s/, 1).join('') || 'the text',
    problem: message,
    remedy: 'write &lt; for a less-than sign that readers see; otherwise correct the tag.',
  };
}
