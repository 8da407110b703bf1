import { DeviceElement } from '../../../components/tool/browser/tool-element.ts';
import { readSlice } from '../../../storage/browser/slices.ts';
import { readStore } from '../../../storage/browser/store.ts';
import { DID, stepsSlice } from '../../../storage/slices.ts';
import type { LessonRecord } from '../../../storage/slices.ts';
import { longDate } from '../../../utils/dates.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import {
  answersOf,
  checksWords,
  dueCount,
  dueWords,
  lessonsWords,
  NOT_BEGUN,
  stepsWords,
  usesOf,
  usesWords,
} from '../../summary.ts';

/** `<progress-overview>`: shows the progress of each lesson and tool (`[data-lesson]`, `[data-tool]`), and totals. */
class ProgressOverview extends DeviceElement {
  protected override draw(): void {
    const personal = readStore();
    const items = this.findAll('[data-lesson]');
    const records = items.map((item) => personal.lessons[item.dataset['lesson'] ?? '']);
    items.forEach((item, index) =>
      requireElement(item, '.state').replaceChildren(lessonState(item, records[index])),
    );
    const finished = records.filter((record) => record?.finished !== undefined).length;
    const begun = records.filter((record) => record !== undefined).length - finished;
    this.#total('lessons', lessonsWords(finished, items.length, begun));

    const { checks, right, of } = answersOf(personal);
    this.#total('checks', checksWords(checks, right, of));
    for (const item of this.findAll('[data-tool]'))
      requireElement(item, '.state').textContent = usesWords(usesOf(personal, item.dataset['tool'] ?? ''));

    const reports = readSlice(stepsSlice);
    this.#total('steps', stepsWords(reports.length));
    this.find('[data-steps]').replaceChildren(
      ...reports.toReversed().flatMap(({ lesson, did, note, at }) => {
        const link = this.querySelector(`[data-lesson="${lesson}"] a`)?.cloneNode(true);
        if (link === undefined) return [];
        const state = h('span', { class: 'state' }, `${DID[did]}, ${longDate(at)}`);
        return h('li', {}, link, state, ...(note === undefined ? [] : [h('p', {}, note)]));
      }),
    );
    this.#total('due', dueWords(dueCount(personal, new Date())));
  }

  #total(what: string, words: string): void {
    this.find(`[data-shows=${what}]`).textContent = words;
  }
}

/** The text beside the link to a lesson; a begun one can be resumed. */
function lessonState(item: HTMLElement, record: LessonRecord | undefined): Node | string {
  if (record === undefined) return NOT_BEGUN;
  if (record.finished !== undefined) return `✓ finished ${longDate(record.finished)}`;
  const link = requireElement<HTMLAnchorElement>(item, 'a');
  return h(
    'span',
    {},
    'begun: ',
    h(
      'a',
      {
        href: link.pathname + (record.at === undefined ? '' : `#${record.at}`),
        'aria-label': `Resume ${link.textContent.trim()}`,
      },
      'resume',
    ),
  );
}

/** `<learning-record>`: fills a sheet (`[data-fill]`) with the stored progress and prints it. */
class LearningRecord extends DeviceElement {
  protected override wire(): void {
    this.find('[data-script]').hidden = false;
    this.toggleAttribute('data-ready', true);
    const name = this.find<HTMLInputElement>('input');
    name.addEventListener('input', () => this.#fill('name', name.value.trim()));
    this.onSubmit('form', () => print());
  }

  protected override draw(): void {
    const personal = readStore();
    const finished = Object.values(personal.lessons)
      .flatMap(({ title, finished: at }) => (at === undefined ? [] : [{ title, at }]))
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    this.#fill('finished', String(finished.length));
    this.#fill(
      'lessons',
      ...finished.map(({ title, at }) => h('li', {}, `${title} `, h('span', {}, longDate(at)))),
    );
    const { checks, right, of } = answersOf(personal);
    this.#fill('answered', String(checks));
    this.#fill('right', checks === 0 ? '' : `${right} of ${of} answers were right at the last try.`);
    this.#fill('date', `As of ${longDate(new Date())}`);
  }

  #fill(what: string, ...words: (string | Node)[]): void {
    this.find(`[data-fill=${what}]`).replaceChildren(...words);
  }
}

customElements.define('progress-overview', ProgressOverview);
customElements.define('learning-record', LearningRecord);
