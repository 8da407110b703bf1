import { choiceOf, choiceQuery, heightOf, type EmbedChoice } from '../embed-choice.ts';
import { embedCode } from '../embed-code.ts';
import { readHeight } from '../embed-height.ts';
import { isTheme } from '../../../components/site/theme.ts';
import { requireElement } from '../../../utils/dom.ts';

/**
 * `<embed-wizard data-root>` around a form: writes the code that embeds the chosen piece and previews it. `data-root` is
 * the address of the published site. The query of the address contains the choice, so that it can be linked: `?piece=compare/in-practice&theme=dark`.
 */
class EmbedWizard extends HTMLElement {
  /** Resizes the frame of the preview like `public/embed.js` on other pages, if the code asks for it. */
  readonly #onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    const frame = this.querySelector('iframe');
    if (frame === null || source !== frame.contentWindow || origin !== location.origin) return;
    const height = readHeight(data);
    if (!this.#grows.checked || height === undefined) return;
    frame.height = String(Math.ceil(height) + 8);
  };

  connectedCallback(): void {
    addEventListener('message', this.#onMessage);
    const form = requireElement<HTMLFormElement>(this, 'form');
    this.#restore();
    this.#show();
    form.addEventListener('input', ({ target }) => {
      // The usual height depends on the kind of piece.
      if (target === this.#piece) this.#height.value = this.#usualHeight;
      this.#show();
      this.#remember();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#onMessage);
  }

  get #piece(): HTMLSelectElement {
    return requireElement<HTMLSelectElement>(this, '[name="piece"]');
  }

  get #height(): HTMLInputElement {
    return requireElement<HTMLInputElement>(this, '[name="height"]');
  }

  get #grows(): HTMLInputElement {
    return requireElement<HTMLInputElement>(this, '[name="grows"]');
  }

  get #usualHeight(): string {
    return this.#piece.selectedOptions[0]?.dataset['height'] ?? '';
  }

  get #choice(): EmbedChoice {
    const theme = requireElement<HTMLInputElement>(this, '[name="theme"]:checked').value;
    return {
      piece: this.#piece.value,
      theme: isTheme(theme) ? theme : undefined,
      height: heightOf(this.#height.value),
      grows: this.#grows.checked,
    };
  }

  /** Restores the choice from the address, if this page has its piece. */
  #restore(): void {
    const choice = choiceOf(location.search);
    if (choice === undefined) return;
    if (![...this.#piece.options].some(({ value }) => value === choice.piece)) return;
    this.#piece.value = choice.piece;
    this.#height.value = String(choice.height ?? this.#usualHeight);
    this.#grows.checked = choice.grows;
    requireElement<HTMLInputElement>(this, `[name="theme"][value="${choice.theme ?? ''}"]`).checked = true;
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
    const copied = requireElement(this, '[data-copied]');
    const preview = requireElement(this, '[data-place="preview"]');
    if (copied.textContent === code && preview.childElementCount > 0) return;
    copied.textContent = code;
    const frame = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe');
    if (frame === null) return;
    // The content security policy allows frames of this copy of the site only, which may not be the published one.
    const { pathname, search } = new URL(frame.src);
    frame.src = pathname + search;
    preview.replaceChildren(document.adoptNode(frame));
  }
}

customElements.define('embed-wizard', EmbedWizard);
