import { dueCount, soundChecks, usesOf } from '../../summary.ts';
import { checksWords, dueWords, lessonsWords, NOT_BEGUN, stepsWords, usesWords } from '../overview-words.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import type { LessonRecord } from '../../../storage/store.ts';
import { longDate } from '../../../utils/dates.ts';
import { readSlice } from '../../../storage/browser/slices.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { DID, stepsSlice } from '../../../storage/steps.ts';

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
