import type { BlockContent, ListItem, RootContent } from 'mdast';
import { NodeType, type HTMLElement, type Node } from 'node-html-parser';
import { heading, link, paragraph, strong, table, text, type Inline } from '../../utils/markdown.ts';

/** What a page has for screens, for screen readers, and for scripts. */
const LEFT_OUT = '.anchor, button, .sr-only, [data-omit~=print], [popover], script, svg, img, nav';

const isElement = (node: Node): node is HTMLElement => node.nodeType === NodeType.ELEMENT_NODE;

const BLOCKS = /^(?:h\d|p|ul|ol|dl|dt|dd|summary|table|div|section|details|article)$/;
const nameOf = (element: HTMLElement): string => element.rawTagName.toLowerCase();
const hasBlocks = (element: HTMLElement): boolean =>
  element.children.some((child) => BLOCKS.test(nameOf(child)) || hasBlocks(child));

/** Words with their links. The text of a remark follows in parentheses. */
const inline = (element: HTMLElement, origin: string): Inline[] =>
  element.childNodes.flatMap((node): Inline[] => {
    if (!isElement(node)) return node.text.trim() === '' ? [' '] : [text(node.text)];
    const [name, href] = [nameOf(node), node.getAttribute('href')];
    if (href !== undefined) return [link(node.text, new URL(href, origin).href)];
    if (node.classList.contains('remark')) return [` (${node.text.trim()})`];
    return name === 'strong' ? [strong(...inline(node, origin))] : inline(node, origin);
  });

/** A paragraph without the spaces around its tags. */
function words(element: HTMLElement, origin: string): BlockContent {
  const made = paragraph(...inline(element, origin));
  const [first, last] = [made.children[0], made.children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return made;
}

/** A cell for each child, or one for all of the text. */
const cellsOf = (item: HTMLElement): Inline[][] =>
  (item.children.length === 0 ? [item] : item.children).map((cell) => [cell.text.trim()]);

const elementBlocks = (element: HTMLElement, origin: string): BlockContent[] => {
  const name = nameOf(element);
  const inside = (of: HTMLElement): BlockContent[] =>
    hasBlocks(of) ? of.children.flatMap((child) => elementBlocks(child, origin)) : [words(of, origin)];
  const { classList, children } = element;
  if (classList.contains('writing-lines')) return children.map(() => ({ type: 'thematicBreak' }));
  if (classList.contains('sheet-cards') || classList.contains('sheet-strips'))
    return [table(children.map(cellsOf))];
  if (classList.contains('label') || name === 'dt' || name === 'summary')
    return [paragraph(strong(...inline(element, origin)))];
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
      const items = children.map((item): ListItem => ({ type: 'listItem', ...box, children: inside(item) }));
      return [{ type: 'list', ordered: name === 'ol', children: items }];
    }
    case 'table':
      return [
        table(
          element
            .querySelectorAll('tr')
            .map((row) => row.children.map((cell) => [cell.text.trim().replace(/\s+/g, ' ')])),
        ),
      ];
    default:
      return inside(element);
  }
};

/** The text of a part of a page as Markdown nodes, with lines to write on. */
export function pageText(part: HTMLElement, origin: string): RootContent[] {
  const copy = part.clone() as HTMLElement;
  for (const element of copy.querySelectorAll(LEFT_OUT)) element.remove();
  return elementBlocks(copy, origin);
}
