import { defineHastPlugin } from 'satteri';
import { withBase } from '../utils/paths.ts';

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
