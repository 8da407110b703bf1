import { timeAuditSlice, type OwnRule } from '../slice.ts';
import { isCategory, type CategoryId } from '../categories.ts';
import { plainWords, type Rule } from '../rules.ts';
import type { CategoryView } from '../target.ts';
import { announce } from '../../../utils/browser/announce.ts';
import { button } from '../../../utils/browser/controls.ts';
import { changeSlice, readSlice } from '../../../storage/browser/personal-part.ts';
import { copyOf, element, part } from './parts.ts';

const NOT_KEPT = 'Your browser could not store this, so it holds only until you leave this page.';

/** The reader's own rules: made from an event's title, kept in the store, listed and removed. */
export class OwnRules {
  readonly #root: HTMLElement;
  readonly #views: Readonly<Record<CategoryId, CategoryView>>;
  readonly #onChange: () => void;
  #form: HTMLElement | undefined;

  constructor(root: HTMLElement, views: Readonly<Record<CategoryId, CategoryView>>, onChange: () => void) {
    this.#root = root;
    this.#views = views;
    this.#onChange = onChange;
    this.#list();
  }

  /** The newest first: it says best what the reader means. */
  get rules(): Rule[] {
    return this.#stored().map(({ words, category }) => ({ category, words: [words] }));
  }

  /** Asks below an event which words its rule shall have. */
  ask(title: string, category: CategoryId, opener: HTMLElement, onKept: () => void): void {
    this.#form?.remove();
    const form = copyOf(this.#root, '[data-rule-form]');
    this.#form = form;
    const words = part<HTMLInputElement>(form, 'input');
    const select = part<HTMLSelectElement>(form, 'select');
    words.value = title.slice(0, words.maxLength);
    select.value = category;
    const close = (): void => {
      form.remove();
      opener.focus();
    };
    part(form, '[data-cancel]').addEventListener('click', close);
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
      onKept();
      this.#keep(phrase, select.value);
    });
    opener.closest('li')?.append(form);
    words.focus();
  }

  #keep(words: string, category: CategoryId): void {
    const rule: OwnRule = { at: new Date().toISOString(), words, category };
    const kept = changeSlice(timeAuditSlice, (data) => ({
      ...data,
      rules: [...data.rules.filter((other) => other.words !== words), rule],
    }));
    announce(kept ? `Rule kept. Titles with “${words}” are “${this.#views[category].label}”.` : NOT_KEPT);
    this.#list();
    this.#onChange();
  }

  #remove(at: string): void {
    changeSlice(timeAuditSlice, (data) => ({ ...data, rules: data.rules.filter((rule) => rule.at !== at) }));
    announce('Rule removed.');
    this.#list();
    // The button that had the focus is gone.
    const section = part(this.#root, '[data-own-rules]');
    (section.querySelector('button') ?? part(this.#root, '#calendar-file')).focus();
    this.#onChange();
  }

  #list(): void {
    const section = part(this.#root, '[data-own-rules]');
    const items = this.#stored().map(({ at, words, category }) => {
      const remove = button('Remove', () => {
        this.#remove(at);
      });
      remove.setAttribute('aria-label', `Remove: ${words}`);
      return element('li', `“${words}” is “${this.#views[category].label}” `, remove);
    });
    part(section, 'ul').replaceChildren(...items);
    section.hidden = items.length === 0;
  }

  #stored(): OwnRule[] {
    return readSlice(timeAuditSlice).rules.toSorted((a, b) => b.at.localeCompare(a.at));
  }
}
