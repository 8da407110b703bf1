import { defineHastPlugin } from 'satteri';
import { withBase } from '../utils/paths.ts';

/** Authors write `/lessons/momentum/`; this puts the site's base path before such links in Markdown and MDX. */
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
