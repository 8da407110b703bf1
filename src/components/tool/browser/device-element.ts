import { subscribe } from '../../../storage/browser/subscribe.ts';
import { announce } from '../../../utils/announce.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';

/**
 * The base of elements that show the data of this device. Wires the rendered markup once; draws at once and after every
 * change of the data by another element, another tab or the back/forward cache; follows the fragment of the address.
 */
export abstract class DeviceElement extends HTMLElement {
  #isWired = false;
  #connection: AbortController | undefined;

  connectedCallback(): void {
    if (!this.#isWired) this.wire();
    this.#isWired = true;
    const { signal } = (this.#connection = new AbortController());
    subscribe(() => this.draw(), signal);
    addEventListener('hashchange', () => this.follow?.(true), { signal });
    this.follow?.(false);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  /** Adds listeners to the rendered markup. */
  protected wire(): void {}

  /** Shows the data. */
  protected abstract draw(): void;

  /**
   * Follows the fragment of the address.
   * @param clicked whether the reader followed a link on this page
   */
  protected follow?(clicked: boolean): void;

  /** An element of the markup. */
  protected find<Found extends Element = HTMLElement>(selector: string): Found {
    return requireElement<Found>(this, selector);
  }

  /** Elements of the markup. */
  protected findAll<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.querySelectorAll<Found>(selector)];
  }

  /** Calls back when the button of an action, `data-do`, is pressed. */
  protected on(action: string, act: () => unknown): void {
    actionButton(this, action).addEventListener('click', () => void act());
  }

  /** Shows a message in the element's `[data-place="said"]`, or else announces it. */
  protected say(message: string): void {
    const place = this.querySelector('[data-place="said"]');
    if (place !== null) place.textContent = message;
    else if (message !== '') announce(message);
  }
}
