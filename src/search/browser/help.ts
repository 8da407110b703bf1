import type { InstantResult } from '../instant-search.ts';
import { SEARCH_EXAMPLES, SUBJECT } from '../../site.ts';
import { button, h } from '../../utils/elements.ts';
import { href } from '../../utils/url.ts';

const searchLink = (words: string): HTMLAnchorElement =>
  h('a', { href: href(`/search/?${new URLSearchParams({ q: words }).toString()}`) }, words);

/** What to try without those words of a query that no page has, or by example. */
function hint(instant: InstantResult | undefined): (Node | string)[] {
  const known = (instant?.query.words ?? []).filter((word) => instant?.unknown.includes(word) === false);
  if (instant !== undefined && instant.unknown.length > 0 && known.length > 0)
    return ['Try ', searchLink(known.join(' ')), ' alone'];
  const examples = SEARCH_EXAMPLES.flatMap((words, index) => [index === 0 ? '' : ' or ', searchLink(words)]);
  return instant !== undefined && known.length === 0
    ? [`This course is about ${SUBJECT}. Try `, ...examples]
    : ['Try fewer or shorter words, such as ', ...examples];
}

/**
 * Suggestions for searches without results or without the full text, that fit the query.
 * @param onEverything searches without the filter, where one is chosen
 */
export function helpItem(
  instant: InstantResult | undefined,
  onEverything: (() => void) | undefined,
): HTMLParagraphElement {
  return h(
    'p',
    {},
    ...(onEverything === undefined ? [] : [button('Search everything', onEverything), ' ']),
    ...hint(instant),
    ', or browse ',
    h('a', { href: href('/concepts/') }, 'all concepts, A to Z'),
    '.',
  );
}
