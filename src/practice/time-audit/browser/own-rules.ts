import { timeAuditSlice, type OwnRule } from '../slice.ts';
import { isCategory, type CategoryId, type Labels } from '../categories.ts';
import { plainWords, type Rule } from '../rules.ts';
import { announce } from '../../../utils/announce.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { copyOf } from './parts.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';

const NOT_STORED = 'Your browser could not store this, so it holds only until you leave this page.';

/** The reader's own rules: made from an event's title, stored, listed and removed. */
export class OwnRules {
  readonly #root: HTMLElement;
  readonly #labels: Labels;
  readonly #onChange: () => void;
  #form: HTMLElement | undefined;

  constructor(root: HTMLElement, labels: Labels, onChange: () => void) {
    this.#root = root;
    this.#labels = labels;
    this.#onChange = onChange;
    subscribe(() => {
      this.#list();
    });
  }

  /** The newest rule comes first, as it reflects best what the reader means. */
  get rules(): Rule[] {
    return this.#stored().map(({ words, category }) => ({ category, words: [words] }));
  }

  /** Asks for the words of a new rule, below the event. */
  ask(title: string, category: CategoryId, opener: HTMLElement, onStored: () => void): void {
    this.#form?.remove();
    const form = copyOf(this.#root, '[data-rule-form]');
    this.#form = form;
    const words = requireElement<HTMLInputElement>(form, 'input');
    const select = requireElement<HTMLSelectElement>(form, 'select');
    words.value = title.slice(0, words.maxLength);
    select.value = category;
    const close = (): void => {
      form.remove();
      opener.focus();
    };
    requireElement(form, '[data-cancel]').addEventListener('click', close);
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const phrase = plainWords(words.value);
      if (phrase === '' || !isCategory(select.value)) {
        words.focus();
        return;
      }
      close();
      onStored();
      void this.#store(phrase, select.value);
    });
    opener.closest('li')?.append(form);
    words.focus();
  }

  async #store(words: string, category: CategoryId): Promise<void> {
    const rule: OwnRule = { at: new Date().toISOString(), words, category };
    const stored = changeSlice(timeAuditSlice, (data) => ({
      ...data,
      rules: [...data.rules.filter((other) => other.words !== words), rule],
    }));
    this.#list();
    this.#onChange();
    announce(
      (await stored) ? `Rule kept. Titles with “${words}” are “${this.#labels[category]}”.` : NOT_STORED,
    );
  }

  #remove(at: string): void {
    void changeSlice(timeAuditSlice, (data) => ({
      ...data,
      rules: data.rules.filter((rule) => rule.at !== at),
    }));
    announce('Rule removed.');
    this.#list();
    // The button that had the focus is gone.
    const section = requireElement(this.#root, '[data-own-rules]');
    (section.querySelector('button') ?? requireElement(this.#root, '#calendar-file')).focus();
    this.#onChange();
  }

  #list(): void {
    const section = requireElement(this.#root, '[data-own-rules]');
    const items = this.#stored().map(({ at, words, category }) => {
      const remove = button(
        'Remove',
        () => {
          this.#remove(at);
        },
        { 'aria-label': `Remove: ${words}` },
      );
      return h('li', {}, `“${words}” is “${this.#labels[category]}” `, remove);
    });
    requireElement(section, 'ul').replaceChildren(...items);
    section.hidden = items.length === 0;
  }

  #stored(): OwnRule[] {
    return readSlice(timeAuditSlice).rules.toSorted((a, b) => b.at.localeCompare(a.at));
  }
}
