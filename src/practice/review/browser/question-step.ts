import { radios } from '../../../utils/elements.ts';
import type { Result } from '../../../course/questions.ts';
import { SURENESS, type Sureness } from '../rating.ts';

/**
 * Makes a `<check-question>` ask how sure the reader is before it checks. Calls back with the first result; answers
 * after the feedback do not count.
 */
export function askSurely(
  question: HTMLElement,
  onAnswered: (result: Result, sureness: Sureness) => void,
): void {
  const form = question.querySelector('form');
  const check = form?.querySelector(':scope > button');
  if (form === null || check == null) return;
  let sureness: Sureness | undefined;
  const group = radios('How sure are you?', `${question.id}-sureness`, Object.entries(SURENESS), (value) => {
    sureness = value as Sureness;
  });
  // No default, so that the reader thinks about it.
  for (const input of group.querySelectorAll('input')) input.checked = false;
  check.before(group);

  form.addEventListener(
    'submit',
    (event) => {
      if (sureness !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const status = form.querySelector('[role=status]');
      if (status !== null) status.textContent = 'Answer, and say how sure you are, before you check.';
    },
    true,
  );
  question.addEventListener(
    'answered',
    (event) => {
      // No changes after the feedback is shown.
      group.disabled = true;
      onAnswered((event as CustomEvent<Result>).detail, sureness ?? 'unsure');
    },
    { once: true },
  );
}
