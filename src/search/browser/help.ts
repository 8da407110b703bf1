import { SEARCH_EXAMPLES } from '../../site.ts';
import { withBase } from '../../utils/paths.ts';

const link = (path: string, text: string): HTMLAnchorElement => {
  const anchor = document.createElement('a');
  anchor.href = withBase(import.meta.env.BASE_URL, path);
  anchor.textContent = text;
  return anchor;
};

/** What to try where nothing was found, or where the full text could not be searched. */
export function helpItem(): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.append(
    'Try fewer or shorter words',
    ...SEARCH_EXAMPLES.flatMap((words, index) => [
      index === 0 ? ', such as ' : ' or ',
      link(`/search/?${new URLSearchParams({ q: words }).toString()}`, words),
    ]),
    ', or browse ',
    link('/concepts/', 'all concepts, A to Z'),
    '.',
  );
  return paragraph;
}
