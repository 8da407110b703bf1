import { dueCount, soundChecks, usesOf } from '../../summary.ts';
import { checksWords, dueWords, lessonsWords, NOT_BEGUN, usesWords } from '../overview-words.ts';
import type { LessonRecord } from '../../../storage/store.ts';
import { longDate } from '../../../utils/browser/long-date.ts';
import { onPersonal } from '../../../storage/browser/on-personal.ts';
import { readPersonal } from '../../../storage/browser/store.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * `<progress-overview>`: says of each lesson (`[data-lesson]`) and tool (`[data-tool]`) what this device remembers, and
 * sums it up in `[data-shows]`. Nothing without JavaScript.
 */
class ProgressOverview extends HTMLElement {
  connectedCallback(): void {
    onPersonal(() => {
      this.#show();
    });
  }

  #show(): void {
    const personal = readPersonal();
    const { lessons } = personal;
    const items = [...this.querySelectorAll<HTMLElement>('[data-lesson]')];
    const records = items.map((item) => lessons[item.dataset['lesson'] ?? '']);
    items.forEach((item, index) => {
      showLesson(item, records[index]);
    });
    const finished = records.filter((record) => record?.finished !== undefined).length;
    const begun = records.filter((record) => record !== undefined).length - finished;
    this.#say('lessons', lessonsWords(finished, items.length, begun));

    const checks = soundChecks(personal);
    const right = sum(checks.map((check) => check.right));
    this.#say('checks', checksWords(checks.length, right, sum(checks.map(({ of }) => of))));

    for (const item of this.querySelectorAll<HTMLElement>('[data-tool]')) {
      stateOf(item).textContent = usesWords(usesOf(personal, item.dataset['tool'] ?? ''));
    }

    this.#say('due', dueWords(dueCount(personal, new Date())));
  }

  #say(what: string, words: string): void {
    const place = this.querySelector<HTMLElement>(`[data-shows=${what}]`);
    if (place === null) return;
    place.textContent = words;
  }
}

/** What is said beside a link. */
function stateOf(item: HTMLElement): HTMLElement {
  const state = item.querySelector<HTMLElement>('.state');
  if (state === null) throw new Error(`${item.textContent} has no place for its state.`);
  return state;
}

function showLesson(item: HTMLElement, record: LessonRecord | undefined): void {
  const state = stateOf(item);
  if (record === undefined) {
    state.textContent = NOT_BEGUN;
    return;
  }
  if (record.finished !== undefined) {
    state.textContent = `✓ finished ${longDate(record.finished)}`;
    return;
  }
  const link = item.querySelector('a');
  const resume = document.createElement('a');
  resume.href = (link?.pathname ?? '') + (record.at === undefined ? '' : `#${record.at}`);
  resume.textContent = 'resume';
  resume.setAttribute('aria-label', `Resume ${link?.textContent?.trim() ?? record.title}`);
  state.replaceChildren('begun: ', resume);
}

customElements.define('progress-overview', ProgressOverview);
