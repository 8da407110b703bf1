import { clockText } from '../../../utils/clock-text.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { CaseWalk, changeCase, readCase } from './case-walk.ts';
import { SECONDS } from '../way.ts';

/** `<case-room>`: a walk for a group, with a timer, and hands counted by buttons or keys, which can be turned off. */
class CaseRoom extends CaseWalk {
  #left = SECONDS;
  #tick: ReturnType<typeof setInterval> | undefined;
  readonly #onKey = (event: KeyboardEvent): void => {
    if (requireElement(this, '[data-keys]').getAttribute('aria-pressed') !== 'true') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest('input, textarea, select, dialog') !== null) return;
    const number = /^Digit([1-4])$/.exec(event.code)?.[1];
    if (number !== undefined) {
      const counts = this.querySelectorAll<HTMLElement>('[data-place]:not([hidden]) .hands');
      const hands = counts[Number(number) - 1];
      if (hands !== undefined) this.#count(hands, event.shiftKey ? -1 : 1);
    } else if (event.key.toLowerCase() === 't') this.#start();
  };

  readonly #onPress = ({ target }: Event): void => {
    const pressed = (target as Element).closest('.room-bar button');
    if (pressed?.matches('[data-timer]') === true) this.#start();
    if (pressed?.matches('[data-reset]') === true) this.#clear();
    if (pressed?.matches('[data-keys]') === true)
      pressed.setAttribute('aria-pressed', String(pressed.getAttribute('aria-pressed') !== 'true'));
  };

  override connectedCallback(): void {
    this.addEventListener('click', this.#onPress);
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    clearInterval(this.#tick);
  }

  protected override choiceElement(scene: string, choice: string, link: HTMLElement): HTMLElement {
    const key = `${scene}.${choice}`;
    const what = link.textContent.trim();
    const hands = h('div', { class: 'hands', 'data-hands': key });
    hands.append(
      link,
      button('−', () => this.#count(hands, -1), { 'aria-label': `One hand fewer: ${what}` }),
      h('output', { 'aria-label': `Hands: ${what}` }),
      button('+', () => this.#count(hands, 1), { 'aria-label': `One hand more: ${what}` }),
    );
    return hands;
  }

  protected override afterShow(): void {
    this.#stop();
    this.#left = SECONDS;
    this.#showTime();
  }

  protected override showKept(): void {
    super.showKept();
    const { hands } = readCase(this.case);
    for (const each of this.querySelectorAll<HTMLElement>('.hands'))
      requireElement(each, 'output').textContent = String(hands[each.dataset['hands'] ?? ''] ?? 0);
  }

  #count(counted: HTMLElement, by: number): void {
    const key = counted.dataset['hands'] ?? '';
    void changeCase(this.case, ({ hands }) => ({
      hands: { ...hands, [key]: Math.max(0, (hands[key] ?? 0) + by) },
    }));
    this.showKept();
  }

  #clear(): void {
    void changeCase(this.case, () => ({ hands: {} }));
    this.showKept();
  }

  #start(): void {
    if (this.#tick !== undefined) {
      this.#stop();
      return;
    }
    if (this.#left === 0) this.#left = SECONDS;
    requireElement(this, '[data-timer]').textContent = 'Stop the timer (T)';
    this.#tick = setInterval(() => {
      this.#left -= 1;
      this.#showTime();
      if (this.#left === 0) this.#stop();
    }, 1000);
    this.#showTime();
  }

  #stop(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
    requireElement(this, '[data-timer]').textContent = 'Start the timer (T)';
  }

  #showTime(): void {
    requireElement(this, '.room-time').textContent = clockText(this.#left);
  }
}

customElements.define('case-room', CaseRoom);
