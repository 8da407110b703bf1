import { choiceOf, choiceQuery, heightOf, type EmbedChoice } from '../embed-choice.ts';
import { embedCode } from '../embed-code.ts';
import { readHeight } from '../embed-height.ts';
import { isTheme } from '../../../components/site/theme.ts';
import { place } from '../../../utils/browser/place.ts';

/**
 * `<embed-wizard data-root>` around a form: writes the code that embeds the chosen piece, and shows the frame of that
 * very code. `data-root` is the address that the site is published at.
 * The choice is in the query of the address, so that it can be linked: `?piece=compare/in-practice&theme=dark`.
 */
class EmbedWizard extends HTMLElement {
  connectedCallback(): void {
    const form = place<HTMLFormElement>(this, 'form');
    this.#restore();
    this.#show();
    form.addEventListener('input', ({ target }) => {
      // Another kind of piece suits another height.
      if (target === this.#piece) this.#height.value = this.#usualHeight;
      this.#show();
      this.#remember();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    addEventListener('message', (event) => {
      this.#grow(event);
    });
  }

  get #piece(): HTMLSelectElement {
    return place<HTMLSelectElement>(this, '[name="piece"]');
  }

  get #height(): HTMLInputElement {
    return place<HTMLInputElement>(this, '[name="height"]');
  }

  get #grows(): HTMLInputElement {
    return place<HTMLInputElement>(this, '[name="grows"]');
  }

  get #usualHeight(): string {
    return this.#piece.selectedOptions[0]?.dataset['height'] ?? '';
  }

  get #choice(): EmbedChoice {
    const theme = place<HTMLInputElement>(this, '[name="theme"]:checked').value;
    return {
      piece: this.#piece.value,
      theme: isTheme(theme) ? theme : undefined,
      height: heightOf(this.#height.value),
      grows: this.#grows.checked,
    };
  }

  /** Takes the choice from the address, as far as this page knows it. */
  #restore(): void {
    const choice = choiceOf(location.search);
    if (choice === undefined) return;
    if (![...this.#piece.options].some(({ value }) => value === choice.piece)) return;
    this.#piece.value = choice.piece;
    this.#height.value = String(choice.height ?? this.#usualHeight);
    this.#grows.checked = choice.grows;
    place<HTMLInputElement>(this, `[name="theme"][value="${choice.theme ?? ''}"]`).checked = true;
  }

  #remember(): void {
    const { height, ...choice } = this.#choice;
    const query = choiceQuery({
      ...choice,
      height: String(height) === this.#usualHeight ? undefined : height,
    });
    history.replaceState(history.state, '', `?${query}#embed`);
  }

  #show(): void {
    const { piece, theme, height = Number(this.#usualHeight), grows } = this.#choice;
    const code = embedCode({
      title: this.#piece.selectedOptions[0]?.text ?? '',
      src: `${this.dataset['root'] ?? ''}embed/${piece}/`,
      height,
      grows,
      theme,
    });
    const copied = place(this, '[data-copied]');
    const preview = place(this, '[data-place="preview"]');
    if (copied.textContent === code && preview.childElementCount > 0) return;
    copied.textContent = code;
    const frame = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe');
    if (frame === null) return;
    // The published site may be another than this copy of it, which its policy alone lets stand here.
    const { pathname, search } = new URL(frame.src);
    frame.src = pathname + search;
    preview.replaceChildren(document.adoptNode(frame));
  }

  /** Does here what `public/embed.js` does in other pages, for the one frame and only if it is to grow. */
  #grow({ source, origin, data }: MessageEvent<unknown>): void {
    const frame = this.querySelector('iframe');
    if (frame === null || source !== frame.contentWindow || origin !== location.origin) return;
    const height = readHeight(data);
    if (!this.#grows.checked || height === undefined) return;
    frame.height = String(Math.ceil(height) + 8);
  }
}

customElements.define('embed-wizard', EmbedWizard);
