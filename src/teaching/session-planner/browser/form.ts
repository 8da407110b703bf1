import { MINUTES, PEOPLE, timeOf, wholeWithin, type SessionChoice } from '../choice.ts';
import { requireElement } from '../../../utils/dom.ts';

/** A choice, or the problems of the form. */
export type ReadForm = { choice: SessionChoice } | { choice: undefined; problems: string[] };

const field = (form: HTMLFormElement, name: string): HTMLInputElement =>
  requireElement<HTMLInputElement>(form, `[name="${name}"]`);

/** Reads the form and marks invalid fields. */
export function readForm(form: HTMLFormElement): ReadForm {
  const problems: string[] = [];
  /** Reads a field and marks it if it is invalid. */
  const read = <Value>(
    name: string,
    parse: (text: string) => Value | undefined,
    remedy: string,
  ): Value | undefined => {
    const input = field(form, name);
    const value = parse(input.value);
    mark(input, value === undefined);
    if (value === undefined) problems.push(remedy);
    return value;
  };
  const minutes = read(
    'minutes',
    (text) => wholeWithin(text, MINUTES),
    `Minutes: write a whole number from ${MINUTES.least} to ${MINUTES.most}.`,
  );
  const start = read('start', timeOf, 'Starts at: write a time of day, such as 9:00 AM.');
  const people = read(
    'people',
    (text) => wholeWithin(text, PEOPLE),
    `People: write a whole number from ${PEOPLE.least} to ${PEOPLE.most}.`,
  );
  const chosen = new FormData(form);
  const lessons = chosen.getAll('lessons').map(Number);
  if (lessons.length === 0) problems.push('Lessons: choose one or more.');
  if (minutes === undefined || start === undefined || people === undefined || lessons.length === 0)
    return { choice: undefined, problems };
  const where = chosen.get('where') === 'call' ? 'call' : 'room';
  return { choice: { minutes, people, where, start, lessons } };
}

/** Puts a choice into the form. */
export function showChoice(form: HTMLFormElement, choice: SessionChoice): void {
  for (const name of ['minutes', 'people', 'start'] as const) {
    const input = field(form, name);
    // Only if it changes, because setting the value moves the cursor in some browsers.
    if (input.value !== String(choice[name])) input.value = String(choice[name]);
    mark(input, false);
  }
  requireElement<HTMLInputElement>(form, `[name="where"][value="${choice.where}"]`).checked = true;
  for (const box of form.querySelectorAll<HTMLInputElement>('[name="lessons"]'))
    box.checked = choice.lessons.includes(Number(box.value));
  for (const preset of form.querySelectorAll<HTMLButtonElement>('[data-minutes]'))
    preset.setAttribute('aria-pressed', String(preset.dataset['minutes'] === String(choice.minutes)));
}

function mark(input: HTMLInputElement, wrong: boolean): void {
  if (wrong) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
