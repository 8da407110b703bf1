import { h } from '../../../utils/elements.ts';
import { soundChecks } from '../../summary.ts';
import { longDate } from '../../../utils/dates.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';

/**
 * `<learning-record>`: fills a sheet (`[data-fill]`) with the stored progress and prints it. The typed name is not
 * stored. Nothing without JavaScript.
 */
class LearningRecord extends HTMLElement {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    const all = this.querySelector<HTMLElement>('[data-script]');
    const name = this.querySelector('input');
    if (all === null || name === null) return;
    all.hidden = false;
    this.toggleAttribute('data-ready', true);
    this.#unsubscribe = subscribe(() => {
      this.#show();
    });
    name.addEventListener('input', () => {
      this.#fill('name', name.value.trim());
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      print();
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  #fill(what: string, ...words: (string | Node)[]): void {
    this.querySelector(`[data-fill=${what}]`)?.replaceChildren(...words);
  }

  #show(): void {
    const personal = readStore();
    const finished = Object.values(personal.lessons)
      .flatMap(({ title, finished: at }) => (at === undefined ? [] : [{ title, at }]))
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    this.#fill('finished', String(finished.length));
    this.#fill(
      'lessons',
      ...finished.map(({ title, at }) => h('li', {}, `${title} `, h('span', {}, longDate(at)))),
    );
    const checks = soundChecks(personal);
    const sum = (of: 'right' | 'of'): number => checks.reduce((total, check) => total + check[of], 0);
    this.#fill('answered', String(checks.length));
    this.#fill(
      'right',
      checks.length === 0 ? '' : `${sum('right')} of ${sum('of')} answers were right at the last try.`,
    );
    this.#fill('date', `As of ${longDate(new Date())}`);
  }
}

customElements.define('learning-record', LearningRecord);
