import { button } from '../../../utils/browser/controls.ts';
import type { ReviewData } from '../slice.ts';

/** The ids of a lesson's questions, from its template. */
export const idsIn = (item: Element): string[] =>
  [...(item.querySelector('template')?.content.querySelectorAll('check-question') ?? [])].map(({ id }) => id);

/**
 * Says beside a lesson how many of its questions are in review, and offers to add the others.
 * @param add adds them; what is shown afterwards is shown by calling this again
 */
export function showLesson(item: HTMLElement, data: ReviewData, add: (ids: string[]) => void): void {
  const ids = idsIn(item);
  const missing = ids.filter((id) => !Object.hasOwn(data, id));
  const place = item.querySelector<HTMLElement>('.review-have');
  if (place === null) throw new Error(`${item.textContent} has no place for what is in review.`);
  const hadFocus = place.contains(document.activeElement);
  if (missing.length === 0) {
    place.textContent = ' · all in your review';
  } else {
    const have = ids.length - missing.length;
    place.replaceChildren(
      have === 0 ? ' ' : ` · ${have} in your review `,
      button(`Add the questions of lesson ${item.dataset['number'] ?? ''}`, () => {
        add(missing);
      }),
    );
  }
  if (!hadFocus) return;
  // The button is gone, and the focus would be too.
  place.tabIndex = -1;
  place.focus();
}
