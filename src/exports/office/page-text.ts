import type { BlockContent, ListItem, RootContent } from 'mdast';
import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import { heading, link, paragraph, quote, strong, table, text, type Inline } from '../../utils/markdown.ts';

declare module 'mdast' {
  interface ListData {
    /** Its items have letters. */
    letters?: boolean;
  }
}

/** What a page has for screens, for screen readers, and for scripts. */
const LEFT_OUT = '.anchor, button, .sr-only, [data-omit~=print], [popover], script, link, svg, img, nav';

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

const BLOCKS = /^(?:h\d|p|ul|ol|dl|dt|dd|summary|table|div|section|details|article|figure|figcaption)$/;
const nameOf = (element: HTMLElement): string => element.rawTagName.toLowerCase();
const isBlock = (node: Node): node is HTMLElement =>
  isElement(node) && (BLOCKS.test(nameOf(node)) || node.childNodes.some(isBlock));

/** Words with their links. The text of a remark follows in parentheses. */
const inline = (nodes: readonly Node[], origin: string): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (!isElement(node)) return [text(node.text.replaceAll('\u2060', ''))];
    const [name, href] = [nameOf(node), node.getAttribute('href')];
    if (href !== undefined) return [link(node.text.trim(), new URL(href, origin).href)];
    if (node.classList.contains('remark')) return [` (${node.text.trim()})`];
    return name === 'strong' ? [strong(...inline(node.childNodes, origin))] : inline(node.childNodes, origin);
  });

/** A paragraph without the spaces around its tags; nothing if it has no words. */
function words(nodes: readonly Node[], origin: string): BlockContent[] {
  if (nodes.every((node) => node.text.trim() === '')) return [];
  const made = paragraph(...inline(nodes, origin));
  const [first, last] = [made.children[0], made.children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return [made];
}

/** The blocks in an element, and the words between them as paragraphs. */
function inside({ childNodes }: HTMLElement, origin: string): BlockContent[] {
  const starts = childNodes.flatMap((node, index) => (isBlock(node) ? [index, index + 1] : []));
  return [0, ...starts].flatMap((start, index) => {
    const nodes = childNodes.slice(start, starts[index]);
    const [only] = nodes;
    return only !== undefined && isBlock(only) ? elementBlocks(only, origin) : words(nodes, origin);
  });
}

/** A cell for each child, or one for all of the text. */
const cellsOf = (item: HTMLElement): Inline[][] =>
  (item.children.length === 0 ? [item] : item.children).map((cell) => [cell.text.trim()]);

function elementBlocks(element: HTMLElement, origin: string): BlockContent[] {
  const name = nameOf(element);
  const { classList, children } = element;
  if (classList.contains('writing-lines')) return children.map(() => ({ type: 'thematicBreak' }));
  if (classList.contains('sheet-cards') || classList.contains('sheet-strips'))
    return [table(children.map(cellsOf))];
  if (classList.contains('label') || name === 'dt' || name === 'summary')
    return [paragraph(strong(...inline(element.childNodes, origin)))];
  if (classList.contains('block')) return [quote(inside(element, origin))];
  switch (name) {
    case 'h1':
      return [];
    case 'h2':
    case 'h3':
    case 'h4':
      return [heading(name === 'h2' ? 2 : name === 'h3' ? 3 : 4, element.text.trim())];
    case 'ul':
    case 'ol': {
      const box = classList.contains('checklist') ? { checked: false } : {};
      const items = children.map((item): ListItem => ({
        type: 'listItem',
        ...box,
        children: inside(item, origin),
      }));
      const data = { letters: element.hasAttribute('type') };
      return [{ type: 'list', ordered: name === 'ol', data, children: items }];
    }
    case 'table':
      return [
        ...element.querySelectorAll('caption').flatMap(({ childNodes }) => words(childNodes, origin)),
        table(
          element
            .querySelectorAll('tr')
            .map((row) => row.children.map((cell) => [cell.text.trim().replace(/\s+/g, ' ')])),
        ),
      ];
    default:
      return inside(element, origin);
  }
}

/** The text of a part of a page as Markdown nodes, with lines to write on. */
export function pageText(part: HTMLElement, origin: string): RootContent[] {
  const copy = part.clone() as HTMLElement;
  for (const element of copy.querySelectorAll(LEFT_OUT)) element.remove();
  return inside(copy, origin);
}
