import {
  MINUTES,
  PEOPLE,
  timeOf,
  wholeWithin,
  type SessionChoice,
  choiceFragment,
  choiceFromFragment,
  defaultChoice,
} from '../choice.ts';
import { requireElement } from '../../../utils/dom.ts';
import { agendaOf, type Agenda } from '../agenda.ts';
import type { SessionGuide } from '../guides.ts';
import { wireOutput, showAgenda, showMessages } from './sheet.ts';

/** A choice, or the problems of the form. */
type ReadForm = { choice: SessionChoice } | { choice: undefined; problems: string[] };

const field = (form: HTMLFormElement, name: string): HTMLInputElement =>
  requireElement<HTMLInputElement>(form, `[name="${name}"]`);

/** Reads the form and marks invalid fields. */
function readForm(form: HTMLFormElement): ReadForm {
  const problems: string[] = [];
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

function showChoice(form: HTMLFormElement, choice: SessionChoice): void {
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

interface PageData {
  /** Origin of lasting links. */
  site: string;
  guides: SessionGuide[];
}

/**
 * `<session-planner>` lays out an agenda for the time, the group and the lessons chosen in its form, from the blocks of
 * the facilitator guides. The address contains the choice (`#minutes=90&people=15&where=room&start=09:00&lessons=1,3`),
 * so that plans can be linked; nothing is stored.
 *
 * Without JavaScript the page links to the guides.
 */
class SessionPlanner extends HTMLElement {
  #guides: readonly SessionGuide[] = [];
  #site = '';
  #choice: SessionChoice | undefined;
  #agenda: Agenda | undefined;
  readonly #onFragment = (): void => {
    this.#read();
  };
  readonly #absolute = (path: string): string => this.#site + path;

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    if (this.#choice !== undefined) return;
    const { site, guides } = JSON.parse(
      requireElement(this, '[data-place="guides"]').textContent,
    ) as PageData;
    this.#guides = guides;
    this.#site = site;
    this.#wire();
    wireOutput(this, this.#absolute, () =>
      this.#choice === undefined || this.#agenda === undefined ? undefined : [this.#choice, this.#agenda],
    );
    this.#plan(defaultChoice(this.#numbers), []);
    this.#read();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  get #numbers(): number[] {
    return this.#guides.map(({ number }) => number);
  }

  /** Shows the plan of the address, if it has one. */
  #read(): void {
    const read = choiceFromFragment(location.hash, this.#numbers);
    if (read !== undefined) this.#plan(read.choice, read.problems);
  }

  #wire(): void {
    const form = requireElement<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('change', () => {
      this.#change(form);
    });
    for (const preset of form.querySelectorAll<HTMLButtonElement>('[data-minutes]'))
      preset.addEventListener('click', () => {
        requireElement<HTMLInputElement>(form, '[name="minutes"]').value = preset.dataset['minutes'] ?? '';
        this.#change(form);
      });
  }

  /** Plans the choice in the form. If the form is invalid, the last plan remains. */
  #change(form: HTMLFormElement): void {
    const read = readForm(form);
    if (read.choice === undefined) {
      showMessages(this, read.problems, ['The agenda below is still the last one that worked.']);
      return;
    }
    this.#plan(read.choice, []);
    history.replaceState(history.state, '', choiceFragment(read.choice));
  }

  #plan(choice: SessionChoice, problems: readonly string[]): void {
    const agenda = agendaOf(choice, this.#guides);
    this.#choice = choice;
    this.#agenda = agenda;
    showChoice(requireElement<HTMLFormElement>(this, 'form'), choice);
    showMessages(this, problems, [agenda.summary, ...agenda.notices]);
    showAgenda(this, choice, agenda, this.#absolute);
  }
}

customElements.define('session-planner', SessionPlanner);
