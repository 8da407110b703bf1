import {
  checksWords,
  dueCount,
  dueWords,
  lessonsWords,
  NOT_BEGUN,
  soundChecks,
  stepsWords,
  usesOf,
  usesWords,
} from '../../summary.ts';
import { readSlice } from '../../../storage/browser/slices.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { DID, stepsSlice } from '../../../storage/steps.ts';
import type { LessonRecord } from '../../../storage/store.ts';
import { longDate } from '../../../utils/dates.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * `<progress-overview>`: shows the stored progress of each lesson (`[data-lesson]`) and tool (`[data-tool]`), with totals
 * in `[data-shows]`. Nothing without JavaScript.
 */
class ProgressOverview extends HTMLElement {
  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#unsubscribe = subscribe(() => {
      this.#show();
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  #show(): void {
    const personal = readStore();
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

    const reports = readSlice(stepsSlice);
    this.#say('steps', stepsWords(reports.length));
    this.querySelector('[data-steps]')?.replaceChildren(
      ...reports.toReversed().flatMap(({ lesson, did, note, at }) => {
        const link = this.querySelector(`[data-lesson="${lesson}"] a`)?.cloneNode(true);
        if (link === undefined) return [];
        return h(
          'li',
          {},
          link,
          h('span', { class: 'state' }, `${DID[did]}, ${longDate(at)}`),
          ...(note === undefined ? [] : [h('p', {}, note)]),
        );
      }),
    );

    this.#say('due', dueWords(dueCount(personal, new Date())));
  }

  #say(what: string, words: string): void {
    const shown = this.querySelector(`[data-shows=${what}]`);
    if (shown !== null) shown.textContent = words;
  }
}

/** The text beside a link. */
const stateOf = (item: HTMLElement): HTMLElement => requireElement(item, '.state');

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
  const resume = h(
    'a',
    {
      href: (link?.pathname ?? '') + (record.at === undefined ? '' : `#${record.at}`),
      'aria-label': `Resume ${link?.textContent?.trim() ?? record.title}`,
    },
    'resume',
  );
  state.replaceChildren('begun: ', resume);
}

customElements.define('progress-overview', ProgressOverview);

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
