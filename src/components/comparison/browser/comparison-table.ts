import { button, h } from '../../../utils/elements.ts';
import { addSheet } from '../../../utils/styles.ts';
import sheet from './table-tools.css?url';

type Tools = typeof import('./table-tools.ts');

const toggle = (name: string, onToggle: (opens: boolean) => void): HTMLButtonElement =>
  button(
    name,
    (pressed) => {
      const opens = pressed.ariaExpanded !== 'true';
      pressed.ariaExpanded = String(opens);
      onToggle(opens);
    },
    { 'aria-expanded': 'false' },
  );

/**
 * `<comparison-table data-title data-address data-embed data-linked>` adds a bar of tools above a rendered table: Focus on a
 * side, Cover a side, Which is it?, and More (a filter by theme, copies, the embed code). The bar has a fixed height that
 * is reserved, so that the table never shifts. It comes with its style sheet; what its buttons do loads when one is
 * pressed (`table-tools.ts`). With
 * `data-linked` (the page of the table and its embed) the address contains the state: `?focus=<side>&theme=<theme>`.
 * Without JavaScript the table is complete and has no bar.
 */
class ComparisonTable extends HTMLElement {
  readonly #status = h('p', { role: 'status' }, 'Cover a side, and recall it row by row.');
  readonly #say = (message: string): void => {
    this.#status.textContent = message;
  };

  async connectedCallback(): Promise<void> {
    await addSheet(sheet);
    if (this.querySelector('.table-tools') !== null) return;
    const focus = this.#sides('Focus', (tools, side) => {
      tools.focusOn(this, side, this.#say);
    });
    const cover = this.#sides('Cover', (tools, side) => {
      tools.cover(this, side, this.#say);
    });
    const round = h('div');
    const practice = toggle('Which is it?', () => {
      round.replaceChildren();
      this.removeAttribute('data-practicing');
      this.#use((tools) => {
        // The tools may arrive after it was closed again.
        if (practice.ariaExpanded === 'true') tools.practice(this, round, this.#say);
      });
    });
    const rest = h('div', { hidden: true });
    const more = toggle('More', (opens) => {
      rest.hidden = !opens;
      this.#use((tools) => {
        if (rest.childElementCount === 0) tools.showMore(this, rest, this.#say);
      });
    });
    const parts = [focus, cover, practice, more, this.#status, rest, round];
    this.prepend(h('div', { class: 'table-tools', 'data-omit': 'print' }, ...parts));
    if (!this.hasAttribute('data-linked')) return;
    const state = new URLSearchParams(location.search);
    const side = state.get('focus');
    [...focus.querySelectorAll('button')].find(({ value }) => value === side)?.click();
    // An embed's theme may also be that of its colors.
    const theme = state.get('theme');
    const themes = [...this.querySelectorAll<HTMLElement>('tbody tr')].map(({ dataset }) => dataset['theme']);
    if (theme && themes.includes(theme)) more.click();
  }

  /** A button for each side, of which at most one is pressed. */
  #sides(name: string, act: (tools: Tools, side: string) => void): HTMLElement {
    const headers = [...this.querySelectorAll<HTMLElement>('thead [data-side]')];
    const buttons = headers.map(({ dataset: { side = '' }, textContent }) =>
      button(
        textContent.trim(),
        (pressed) => {
          const on = pressed.ariaPressed !== 'true';
          for (const each of buttons) each.ariaPressed = String(on && each === pressed);
          this.#use((tools) => {
            act(tools, on ? side : '');
          });
        },
        { value: side, 'aria-pressed': 'false' },
      ),
    );
    return h('div', { role: 'group', 'aria-label': name }, h('span', {}, name), ...buttons);
  }

  #use(act: (tools: Tools) => void): void {
    import('./table-tools.ts').then(act).catch(() => {
      this.#say('The tools could not be loaded. Check the connection, and open this page again.');
    });
  }
}

customElements.define('comparison-table', ComparisonTable);
