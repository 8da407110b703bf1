import { soundChecks } from '../../summary.ts';
import { longDate } from '../../../utils/browser/long-date.ts';
import { onPersonal } from '../../../storage/browser/on-personal.ts';
import { readPersonal } from '../../../storage/browser/store.ts';

/**
 * `<learning-record>`: fills a sheet (`[data-fill]`) with what this device remembers, and prints it. The name that is
 * typed stays in the page. Nothing without JavaScript.
 */
class LearningRecord extends HTMLElement {
  connectedCallback(): void {
    const all = this.querySelector<HTMLElement>('[data-script]');
    const name = this.querySelector('input');
    if (all === null || name === null) return;
    all.hidden = false;
    this.toggleAttribute('data-ready', true);
    onPersonal(() => {
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

  #fill(what: string, ...words: (string | Node)[]): void {
    this.querySelector(`[data-fill=${what}]`)?.replaceChildren(...words);
  }

  #show(): void {
    const personal = readPersonal();
    const finished = Object.values(personal.lessons)
      .flatMap(({ title, finished: at }) => (at === undefined ? [] : [{ title, at }]))
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    this.#fill('finished', String(finished.length));
    this.#fill(
      'lessons',
      ...finished.map(({ title, at }) => {
        const item = document.createElement('li');
        const day = document.createElement('span');
        day.textContent = longDate(at);
        item.append(`${title} `, day);
        return item;
      }),
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
