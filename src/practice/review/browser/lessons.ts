import { requireElement } from '../../../utils/dom.ts';
import { button } from '../../../utils/elements.ts';
import type { ReviewData } from '../slice.ts';

/** The ids of a lesson's questions, from its template. */
export const idsIn = (item: Element): string[] =>
  [...(item.querySelector('template')?.content.querySelectorAll('check-question') ?? [])].map(({ id }) => id);

/**
 * Shows next to a lesson how many of its questions are in review, and offers to add the others.
 * @param add called to add questions; the caller must then call this function again
 */
export function showLesson(item: HTMLElement, data: ReviewData, add: (ids: string[]) => void): void {
  const ids = idsIn(item);
  const missing = ids.filter((id) => !Object.hasOwn(data, id));
  const note = requireElement(item, '.review-have');
  const hadFocus = note.contains(document.activeElement);
  if (missing.length === 0) {
    note.textContent = ' · all in your review';
  } else {
    const have = ids.length - missing.length;
    note.replaceChildren(
      have === 0 ? ' ' : ` · ${have} in your review `,
      button(`Add the questions of lesson ${item.dataset['number'] ?? ''}`, () => {
        add(missing);
      }),
    );
  }
  if (!hadFocus) return;
  // The focused button is gone, so the focus moves to the note.
  note.tabIndex = -1;
  note.focus();
}
