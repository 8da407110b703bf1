import { agendaOf, type Agenda } from '../agenda.ts';
import { choiceFragment, choiceFromFragment } from '../address.ts';
import { defaultChoice, type SessionChoice } from '../choice.ts';
import type { SessionGuide } from '../guides.ts';
import { requireElement } from '../../../utils/dom.ts';
import { readForm, showChoice } from './form.ts';
import { wireOutput } from './output.ts';
import { showAgenda, showMessages } from './sheet.ts';

/** Data from the component. */
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
