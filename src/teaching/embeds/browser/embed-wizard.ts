import { choiceOf, choiceQuery, type EmbedChoice } from '../embed-choice.ts';
import { embedCode } from '../embed-code.ts';
import { readHeight } from '../embed-height.ts';
import { isTheme } from '../../../components/site/theme.ts';
import { requireElement } from '../../../utils/dom.ts';

/**
 * `<embed-wizard data-root>` around a form: writes the code that embeds the chosen piece and previews it. `data-root` is
 * the address of the published site. The query of the address contains the choice, so that it can be linked: `?piece=compare/in-practice&theme=dark`.
 */
class EmbedWizard extends HTMLElement {
  /** Resizes the frame of the preview like `public/embed.js` on other pages. */
  readonly #onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    const frame = this.querySelector('iframe');
    if (frame === null || source !== frame.contentWindow || origin !== location.origin) return;
    const height = readHeight(data);
    if (height !== undefined) frame.height = String(Math.ceil(height) + 8);
  };

  connectedCallback(): void {
    addEventListener('message', this.#onMessage);
    const form = requireElement<HTMLFormElement>(this, 'form');
    this.#restore();
    this.#show();
    form.addEventListener('input', () => {
      this.#show();
      history.replaceState(history.state, '', `?${choiceQuery(this.#choice)}#embed`);
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

  get #choice(): EmbedChoice {
    const theme = requireElement<HTMLInputElement>(this, '[name="theme"]:checked').value;
    return { piece: this.#piece.value, theme: isTheme(theme) ? theme : undefined };
  }

  /** Restores the choice from the address, if this page has its piece. */
  #restore(): void {
    const choice = choiceOf(location.search);
    if (choice === undefined) return;
    if (![...this.#piece.options].some(({ value }) => value === choice.piece)) return;
    this.#piece.value = choice.piece;
    requireElement<HTMLInputElement>(this, `[name="theme"][value="${choice.theme ?? ''}"]`).checked = true;
  }

  #show(): void {
    const { piece, theme } = this.#choice;
    const [option] = this.#piece.selectedOptions;
    const code = embedCode({
      title: option?.text ?? '',
      src: `${this.dataset['root'] ?? ''}embed/${piece}/`,
      height: Number(option?.dataset['height']),
      grows: true,
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
