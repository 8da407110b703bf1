import type { PlanStretch } from '../plan.ts';
import { place } from '../../../utils/browser/place.ts';

const textOf = (host: ParentNode, selector: string): string =>
  place(host, selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A stretch as its component rendered it, so that the page carries its words once. */
export const readStretch = (article: HTMLElement): PlanStretch => ({
  id: article.id,
  title: textOf(article, '[data-title]'),
  side: article.dataset['side'] ?? '',
  steps: [...article.querySelectorAll('ol > li')].map((item) => ({
    if: textOf(item, '[data-if]'),
    then: textOf(item, '[data-then]'),
  })),
});
