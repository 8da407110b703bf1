import { radios } from '../../../utils/browser/controls.ts';
import type { Result } from '../../../course/questions.ts';
import { SURENESS, type Sureness } from '../rating.ts';

/**
 * Lets a `<check-question>` ask how sure the reader is before it checks. Calls back with the first result; what is
 * answered after the feedback is practice and counts for nothing.
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
  // None is given for the reader: what is chosen already is not thought about.
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
      // How sure one was is settled once the answer is seen.
      group.disabled = true;
      onAnswered((event as CustomEvent<Result>).detail, sureness ?? 'unsure');
    },
    { once: true },
  );
}
