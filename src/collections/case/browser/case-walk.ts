import '../../../components/site/browser/copy-link.ts';
import { readStore, subscribe, updateStore } from '../../../storage/browser/store.ts';
import { isRecord, shareOf, type Personal } from '../../../storage/store.ts';
import { announce } from '../../../utils/announce.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import type { CaseRecord } from '../slice.ts';
import { isWay, readWay, wayFragment, type ReadWay } from '../way.ts';

// The schema of the slice stays out of the page's script; what is read here is checked field by field.
const KEY = 'cases';
type Hands = Record<string, number>;
type CaseKept = CaseRecord & { hands: Hands };

/** What the data knows of a case. */
function recordOf(personal: Personal, id: string): CaseKept {
  const slice = personal[KEY];
  const record = isRecord(slice) && Object.hasOwn(slice, id) ? slice[id] : undefined;
  const { at, way, endings, hands } = isRecord(record) ? record : {};
  const counts = Object.entries(isRecord(hands) ? hands : {});
  return {
    at: typeof at === 'string' ? at : '',
    way: typeof way === 'string' ? way : '',
    endings: Array.isArray(endings) ? endings.filter((each) => typeof each === 'string') : [],
    hands: Object.fromEntries(counts.filter(([, count]) => Number.isSafeInteger(count))) as Hands,
  };
}

/** What this device knows of a case. */
export const readCase = (id: string): CaseKept => recordOf(readStore(), id);

/** Changes it; without storage it lasts as long as the page. */
export function changeCase(id: string, change: (record: CaseKept) => Partial<CaseRecord>): Promise<boolean> {
  const at = new Date().toISOString();
  return updateStore((personal) => {
    const record = recordOf(personal, id);
    shareOf(personal, KEY)[id] = { ...record, ...change(record), at };
  });
}

/** A link within the case; in an embed, all other links leave the frame. */
const wayLink = (attributes: Parameters<typeof h>[1], text: string): HTMLElement =>
  h('a', { ...attributes, target: '_self' }, text);

/**
 * `<case-walk data-case data-start>`: shows a scene at a time. Choices are links to `#way=<choices>`, so that the address
 * has the way and the browser's own buttons walk it; the way is kept on this device. With `data-reported` a learning
 * system keeps it, by the event `walked`, whose detail is the way.
 */
export class CaseWalk extends HTMLElement {
  readonly #targets = new Map<string, Map<string, string>>();
  #shown = false;
  #connection: AbortController | undefined;

  get case(): string {
    return this.dataset['case'] ?? '';
  }

  connectedCallback(): void {
    for (const details of this.querySelectorAll('details[data-choice]')) {
      const choice = details.getAttribute('data-choice') ?? '';
      const to = requireElement<HTMLAnchorElement>(details, '.on a').hash.slice(1);
      const scene = details.closest('[data-place]')?.id ?? '';
      const targets = this.#targets.get(scene) ?? new Map<string, string>();
      this.#targets.set(scene, targets.set(choice, to));
      if (details.previousElementSibling?.matches('[data-take], .hands') === true) continue;
      const text = details.querySelector('summary')?.textContent ?? '';
      details.before(this.choiceElement(scene, choice, wayLink({ 'data-take': choice }, text)));
    }
    const { signal } = (this.#connection = new AbortController());
    const follow = (): void => {
      if (isWay(location.hash, this.#targets)) this.#show();
    };
    addEventListener('hashchange', follow, { signal });
    this.#show();
    subscribe(() => this.showKept(), signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  protected choiceElement(_scene: string, _choice: string, link: HTMLElement): HTMLElement {
    return link;
  }

  protected afterShow(): void {
    // A walk alone has nothing to add.
  }

  /** Shows what this device keeps, also after another tab changed it: the last way, and the number of endings. */
  protected showKept(): void {
    const { way, endings } = readCase(this.case);
    const link = this.querySelector<HTMLAnchorElement>('[data-kept-way]');
    if (link !== null) {
      const read = readWay(wayFragment([way]), this.dataset['start'] ?? '', this.#targets);
      link.href = wayFragment([way]);
      requireElement(this, '.case-way').hidden = read === undefined || read.steps.length === 0;
    }
    const count = this.querySelector('[data-endings]');
    if (count === null) return;
    const all = [...this.querySelectorAll<HTMLElement>('[data-ending]')];
    const found = all.filter((ending) => endings.includes(ending.id) || !ending.hidden);
    count.textContent = `You have seen ${found.length} of ${all.length} endings. `;
  }

  #details(scene: string, choice: string): HTMLElement {
    return requireElement(this, `#${scene} details[data-choice="${choice}"]`);
  }

  #textOf(scene: string, choice: string): string {
    return this.#details(scene, choice).querySelector('summary')?.textContent.trim() ?? '';
  }

  #show(): void {
    const start = this.dataset['start'] ?? '';
    let way = readWay(location.hash, start, this.#targets);
    if (way === undefined) {
      history.replaceState(null, '', location.pathname + location.search);
      announce('The way in this link does not fit this case. You start at the beginning.');
      way = { steps: [], at: start };
    }
    const { steps, at } = way;
    const choices = steps.map(({ choice }) => choice);
    for (const place of this.querySelectorAll<HTMLElement>('[data-place]')) place.hidden = place.id !== at;
    const place = requireElement(this, `#${at}`);
    const isEnd = place.hasAttribute('data-ending');
    for (const link of place.querySelectorAll<HTMLAnchorElement>('a[data-take]'))
      link.href = wayFragment([...choices, link.dataset['take'] ?? '']);
    this.#showOutcome(place, way);
    this.#showWay(way, isEnd);
    this.#showEnd(way, isEnd);
    const isLinked = location.hash === `#${at}`;
    // A scene that a link led to was not walked to.
    if (steps.length > 0 && !isLinked && this.dataset['reported'] === undefined)
      this.#keep(choices, isEnd ? at : undefined);
    this.showKept();
    this.dispatchEvent(new CustomEvent<ReadWay>('walked', { bubbles: true, detail: way }));
    this.afterShow();
    const heading = requireElement(place, 'h2');
    if (isLinked) this.#focus(heading);
    // What came of a choice is read before the scene that it led to.
    else if (this.#shown) this.#focus(place.querySelector<HTMLElement>('.came > .label') ?? heading);
    this.#shown = true;
  }

  #focus(element: HTMLElement): void {
    element.focus({ preventScroll: true });
    element.scrollIntoView();
  }

  #showOutcome(place: HTMLElement, { steps }: ReadWay): void {
    for (const old of this.querySelectorAll('.came')) old.remove();
    const last = steps.at(-1);
    if (last === undefined) return;
    const outcome = requireElement(this.#details(last.scene, last.choice), 'div').cloneNode(true);
    place.prepend(
      h(
        'div',
        { class: 'came', 'data-omit': 'print' },
        h('p', { class: 'label', tabIndex: -1 }, `You chose: ${this.#textOf(last.scene, last.choice)}`),
        outcome,
      ),
    );
  }

  /** The way so far, with a link back to each decision. */
  #showWay({ steps }: ReadWay, isEnd: boolean): void {
    const nav = requireElement(this, '.case-way');
    nav.hidden = false;
    if (steps.length === 0) {
      nav.replaceChildren(h('p', {}, wayLink({ 'data-kept-way': '' }, 'Go on where you were')));
      return;
    }
    const before = (count: number): string => wayFragment(steps.slice(0, count).map(({ choice }) => choice));
    const link = h('a', { href: location.href, 'data-copy': '' }, 'Copy the link to this way');
    const copy = document.createElement('copy-link');
    copy.append(link);
    nav.replaceChildren(
      h(
        'ol',
        {},
        ...steps.map(({ scene, choice }, index) =>
          h(
            'li',
            {},
            `${this.#textOf(scene, choice)} `,
            wayLink(
              {
                href: before(index),
                'aria-label': `Choose again: ${requireElement(this, `#${scene} h2`).textContent.trim()}`,
              },
              'Choose again',
            ),
          ),
        ),
      ),
      h(
        'p',
        { class: 'case-links' },
        wayLink({ href: before(steps.length - 1) }, 'Back'),
        wayLink({ href: before(0) }, isEnd ? 'Try another way' : 'Start again'),
        copy,
      ),
    );
  }

  #showEnd({ steps, at }: ReadWay, isEnd: boolean): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-end]')) part.hidden = !isEnd;
    this.querySelector('.case-more')?.remove();
    if (!isEnd) return;
    const taken = new Set(steps.map(({ scene, choice }) => `${scene}.${choice}`));
    const places = new Set([...steps.map(({ scene }) => scene), at]);
    for (const line of this.querySelectorAll<SVGElement>('svg [data-choice]'))
      line.classList.toggle('taken', taken.has(line.dataset['choice'] ?? ''));
    for (const box of this.querySelectorAll<SVGElement>('svg [data-place]'))
      box.classList.toggle('taken', places.has(box.dataset['place'] ?? ''));
    const others: HTMLElement[] = [];
    for (const scene of this.querySelectorAll<HTMLElement>('[data-scene]')) {
      scene.hidden = !places.has(scene.dataset['scene'] ?? '');
      if (scene.hidden) others.push(scene);
    }
    for (const was of this.querySelectorAll<HTMLElement>('[data-was]')) {
      const isTaken = taken.has(was.dataset['was'] ?? '');
      was.classList.toggle('taken', isTaken);
      was.hidden = !isTaken;
      if (!isTaken) others.push(was);
    }
    for (const item of this.querySelectorAll<HTMLElement>('[data-at]')) {
      const step = steps.findIndex(({ scene, choice }) => `${scene}.${choice}` === item.dataset['at']);
      item.hidden = step < 0;
      if (step < 0) others.push(item);
      else item.dataset['step'] = String(step + 1);
    }
    const more = h(
      'p',
      { class: 'case-more', 'data-omit': 'print' },
      h('span', { 'data-endings': '' }),
      button('Show what the other choices were', (pressed) => {
        for (const other of others) other.hidden = false;
        pressed.remove();
      }),
    );
    requireElement(this, '#each-choice').closest('section')?.append(more);
  }

  #keep(choices: readonly string[], ending: string | undefined): void {
    void changeCase(this.case, ({ endings }) => ({
      way: choices.join('.'),
      endings: ending === undefined ? endings : [...new Set([...endings, ending])],
    }));
  }
}

customElements.define('case-walk', CaseWalk);
