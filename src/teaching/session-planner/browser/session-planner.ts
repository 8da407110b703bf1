import { agendaOf, type Agenda } from '../agenda.ts';
import { choiceFragment, choiceFromFragment } from '../address.ts';
import { defaultChoice, type SessionChoice } from '../choice.ts';
import type { SessionGuide } from '../guides.ts';
import { place } from '../../../utils/browser/place.ts';
import { readForm, showChoice } from './form.ts';
import { wireOutput } from './output.ts';
import { showAgenda, showMessages } from './sheet.ts';

/** What the component hands over. */
interface Handed {
  /** Origin that lasting links begin with. */
  site: string;
  guides: SessionGuide[];
}

/**
 * `<session-planner>` lays out an agenda for the time, the group and the lessons chosen in its form, from the blocks of
 * the facilitator guides. The choice is in the address (`#minutes=90&people=15&where=room&start=09:00&lessons=1,3`), so
 * that a link carries the plan; nothing is stored.
 *
 * Without JavaScript the guides are linked, with their own running orders.
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
    const { site, guides } = JSON.parse(place(this, '[data-place="guides"]').textContent) as Handed;
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

  /** Takes up the plan that the address holds, where it holds one. */
  #read(): void {
    const read = choiceFromFragment(location.hash, this.#numbers);
    if (read !== undefined) this.#plan(read.choice, read.problems);
  }

  #wire(): void {
    const form = place<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('change', () => {
      this.#change(form);
    });
    for (const preset of form.querySelectorAll<HTMLButtonElement>('[data-minutes]'))
      preset.addEventListener('click', () => {
        place<HTMLInputElement>(form, '[name="minutes"]').value = preset.dataset['minutes'] ?? '';
        this.#change(form);
      });
  }

  /** Plans what the form says; where it says something impossible, the last plan stays. */
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
    showChoice(place<HTMLFormElement>(this, 'form'), choice);
    showMessages(this, problems, [agenda.summary, ...agenda.notices]);
    showAgenda(this, choice, agenda, this.#absolute);
  }
}

customElements.define('session-planner', SessionPlanner);
