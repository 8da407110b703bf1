import { defineHastPlugin, type HastPluginEntry, type HastVisitorContext } from 'satteri';
import type { Element, Nodes } from 'hast';
import { withBase } from '../utils/paths.ts';

/** Parts of a text that hold sentences. Their notes come after them, so that no note is inside a sentence. */
const BLOCKS = ['p', 'li'];

type Component = Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });

/** The terms and claims in a block, in the order of the text; those in blocks within it are not its own. */
function namedIn(node: Nodes): Component[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type === 'element' && BLOCKS.includes(child.tagName)) return [];
    const inner = namedIn(child);
    // An item that is one fact has it as a block.
    const isNamed =
      (child.type === 'mdxJsxTextElement' || child.type === 'mdxJsxFlowElement') &&
      ['Term', 'Claim'].includes(child.name ?? '');
    return isNamed ? [child, ...inner] : inner;
  });
}

const idOf = ({ attributes }: Component): string => {
  const id = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id');
  return id !== undefined && 'value' in id ? String(id.value) : '';
};

/**
 * MDX plugin that adds `<Notes>` after each paragraph and in each list item with terms or claims, and tells each claim
 * its note: the claim's how manieth on the page, and the number that both show. A claim that a paragraph names twice has
 * one note there.
 */
export const marginNotes: HastPluginEntry = () => {
  const uses = new Map<string, number>();
  let number = 0;
  const addNotes = (block: Readonly<Element>, context: HastVisitorContext): void => {
    const named = namedIn(block);
    if (named.length === 0) return;
    const notes = new Map<string, string>();
    for (const node of named) {
      const id = idOf(node);
      if (node.name === 'Term') continue;
      if (!notes.has(id)) {
        const use = (uses.get(id) ?? 0) + 1;
        uses.set(id, use);
        number += 1;
        notes.set(id, `${use}/${number}`);
      }
      context.setProperty(node, 'note', notes.get(id));
    }
    const of = named.map((node) =>
      node.name === 'Term' ? idOf(node) : `${idOf(node)}/${notes.get(idOf(node))}`,
    );
    const element = {
      type: 'mdxJsxFlowElement' as const,
      name: 'Notes',
      attributes: [attribute('of', [...new Set(of)].join(' '))],
      children: [],
    };
    if (block.tagName === 'li') context.appendChild(block, element);
    else context.insertAfter(block, element);
  };
  return defineHastPlugin({ name: 'margin-notes', element: { filter: BLOCKS, visit: addNotes } });
};

/** Markdown and MDX plugin that adds the base path to links of authors such as `/lessons/momentum/`. */
export function baseLinks(base: string) {
  return defineHastPlugin({
    name: 'base-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties['href'];
        if (typeof href === 'string') context.setProperty(node, 'href', withBase(base, href));
      },
    },
  });
}
