import {
  MINUTES,
  PEOPLE,
  type SessionChoice,
  choiceFragment,
  choiceFromFragment,
  defaultChoice,
} from '../choice.ts';
import { requireElement } from '../../../utils/dom.ts';
import { agendaOf } from '../agenda.ts';
import type { SessionCase, SessionGuide } from '../guides.ts';
import type { Session } from '../text.ts';
import { sessionOf, showMessages, showSession, wireOutput } from './sheet.ts';

const field = (form: HTMLFormElement, name: string): HTMLInputElement =>
  requireElement<HTMLInputElement>(form, `[name="${name}"]`);

const within = ({ least, most }: typeof MINUTES | typeof PEOPLE): string =>
  `write a whole number from ${least} to ${most}.`;
/** The fields that can be invalid, by the limits in their markup, each with its remedy. */
const REMEDIES: readonly (readonly [name: string, remedy: string])[] = [
  ['minutes', `Minutes: ${within(MINUTES)}`],
  ['start', 'Starts at: write a time of day, such as 9:00 AM.'],
  ['people', `People: ${within(PEOPLE)}`],
];

/** Reads the form and marks invalid fields. */
function readForm(form: HTMLFormElement): { choice: SessionChoice; problems: string[] } {
  const problems = REMEDIES.flatMap(([name, remedy]) => {
    const input = field(form, name);
    mark(input, !input.validity.valid);
    return input.validity.valid ? [] : [remedy];
  });
  const chosen = new FormData(form);
  const lessons = chosen.getAll('lessons').map(Number);
  if (lessons.length === 0) problems.push('Lessons: choose one or more.');
  return {
    choice: {
      minutes: field(form, 'minutes').valueAsNumber,
      people: field(form, 'people').valueAsNumber,
      where: chosen.get('where') === 'call' ? 'call' : 'room',
      start: field(form, 'start').value,
      lessons,
      cases: chosen.getAll('cases').map(String),
    },
    problems,
  };
}

function showChoice(form: HTMLFormElement, choice: SessionChoice): void {
  for (const name of ['minutes', 'people', 'start'] as const) {
    const input = field(form, name);
    // Only if it changes, because setting the value moves the cursor in some browsers.
    if (input.value !== String(choice[name])) input.value = String(choice[name]);
    mark(input, false);
  }
  requireElement<HTMLInputElement>(form, `[name="where"][value="${choice.where}"]`).checked = true;
  const chosen = [...choice.lessons.map(String), ...choice.cases];
  for (const box of form.querySelectorAll<HTMLInputElement>('[type="checkbox"]'))
    box.checked = chosen.includes(box.value);
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
  cases: SessionCase[];
}

/**
 * `<session-planner>` lays out an agenda for the time, the group and the lessons chosen in its form, from the blocks of
 * the facilitator guides. The address contains the choice (`#minutes=90&people=15&where=room&start=09:00&lessons=1,3&cases=a-case`),
 * so that plans can be linked; nothing is stored.
 *
 * Without JavaScript the page links to the guides.
 */
class SessionPlanner extends HTMLElement {
  #data: PageData = { site: '', guides: [], cases: [] };
  #choice: SessionChoice | undefined;
  readonly #onFragment = (): void => {
    this.#read();
  };

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    if (this.#choice !== undefined) return;
    this.#data = JSON.parse(requireElement(this, '[data-place="guides"]').textContent) as PageData;
    this.#wire();
    wireOutput(this, () => this.#session());
    this.#plan(defaultChoice(this.#numbers), []);
    this.#read();
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  get #numbers(): number[] {
    return this.#data.guides.map(({ number }) => number);
  }

  /** Shows the plan of the address, if it has one. */
  #read(): void {
    const read = choiceFromFragment(
      location.hash,
      this.#numbers,
      this.#data.cases.map(({ id }) => id),
    );
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
    const { choice, problems } = readForm(form);
    if (problems.length > 0) {
      showMessages(this, problems, ['The agenda below is still the last one that worked.']);
      return;
    }
    this.#plan(choice, []);
    history.replaceState(history.state, '', choiceFragment(choice));
  }

  #plan(choice: SessionChoice, problems: readonly string[]): void {
    this.#choice = choice;
    showChoice(requireElement<HTMLFormElement>(this, 'form'), choice);
    const session = this.#session();
    if (session === undefined) return;
    showMessages(this, problems, [session.agenda.summary, ...session.agenda.notices]);
    showSession(this, session);
  }

  /** The chosen session, with what the trainer wrote about it. */
  #session(): Session | undefined {
    if (this.#choice === undefined) return undefined;
    const { site, guides, cases } = this.#data;
    return sessionOf(this, this.#choice, agendaOf(this.#choice, guides, cases), (path) => site + path);
  }
}

customElements.define('session-planner', SessionPlanner);
