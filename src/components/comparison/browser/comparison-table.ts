import { cover } from './cover.ts';
import { button, radios } from '../../../utils/browser/controls.ts';

let tables = 0;

/**
 * `<comparison-table data-title data-address data-embed data-linked>` adds to a rendered table the ways to work with it:
 * Focus on a side, a filter by theme, Cover and reveal, Which is it?, Copy as, Embed. They stand in a disclosure, for
 * which the style sheet keeps the place, so that the table never moves.
 *
 * With `data-linked` (the table's own page and its embed) what can be linked is in the address:
 * `?focus=<side>&theme=<theme>`; an address that has it opens the tools.
 * Everything that changes is announced in one status line. Without JavaScript the table is complete and has no tools.
 */
class ComparisonTable extends HTMLElement {
  readonly #name = `table-${(tables += 1)}`;
  #status = document.createElement('p');
  /** Whether the address asked for a state. */
  #restored = false;

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (table === null || this.querySelector('.table-tools') !== null) return;
    this.#status.setAttribute('role', 'status');
    const tools = document.createElement('details');
    tools.className = 'table-tools';
    tools.dataset['omit'] = 'print';
    const summary = document.createElement('summary');
    const names = document.createElement('span');
    names.className = 'note';
    names.textContent = 'Focus · Cover and recall · Which is it? · Copy · Embed';
    summary.append('Work with this table ', names);
    tools.append(
      summary,
      this.#focus(),
      ...this.#filter(),
      this.#cover(),
      this.#actions(tools),
      this.#status,
    );
    tools.open = this.#restored;
    this.prepend(tools);
  }

  /** The sides with their labels, in the order of the columns. */
  get #sides(): [string, string][] {
    return [...this.querySelectorAll<HTMLElement>('thead [data-side]')].map((th) => [
      th.dataset['side'] ?? '',
      th.textContent?.trim() ?? '',
    ]);
  }

  #say(message: string): void {
    this.#status.textContent = message;
  }

  #focus(): HTMLFieldSetElement {
    const group = radios('Focus', `${this.#name}-focus`, [['', 'All sides'], ...this.#sides], (side) => {
      this.#applyFocus(side);
      this.#remember('focus', side);
      const label = this.#sides.find(([id]) => id === side)?.[1];
      this.#say(label === undefined ? 'All sides stand out alike.' : `${label} stands out.`);
    });
    this.#restore(group, 'focus', (side) => {
      this.#applyFocus(side);
    });
    return group;
  }

  #applyFocus(side: string): void {
    for (const cell of this.querySelectorAll<HTMLElement>('[data-side]')) {
      cell.classList.toggle('focused', side !== '' && cell.dataset['side'] === side);
      cell.classList.toggle('dimmed', side !== '' && cell.dataset['side'] !== side);
    }
  }

  /** One radio for each theme that the rows have; nothing where they have none. */
  #filter(): HTMLFieldSetElement[] {
    const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const themes = new Map(rows.map((row) => [row.dataset['theme'] ?? '', row.dataset['themeLabel'] ?? '']));
    themes.delete('');
    if (themes.size < 2) return [];
    const apply = (theme: string): void => {
      // An attribute of our own and not `hidden`: paper shows every row.
      for (const row of rows)
        row.toggleAttribute('data-filtered', theme !== '' && row.dataset['theme'] !== theme);
    };
    const group = radios('Rows about', `${this.#name}-theme`, [['', 'Everything'], ...themes], (theme) => {
      apply(theme);
      this.#remember('theme', theme);
      this.#say(
        `${rows.filter((row) => !row.hasAttribute('data-filtered')).length} of ${rows.length} rows shown.`,
      );
    });
    this.#restore(group, 'theme', apply);
    // Whoever follows a link to a row sees it, whatever is filtered.
    const reveal = (): void => {
      const target = rows.find((row) => row.id !== '' && `#${row.id}` === location.hash);
      if (target?.hasAttribute('data-filtered') !== true) return;
      group.querySelector('input')?.click();
      target.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    // A radio reports its change only once it is in the page.
    queueMicrotask(reveal);
    return [group];
  }

  #cover(): HTMLFieldSetElement {
    return radios('Cover and recall', `${this.#name}-cover`, [['', 'Nothing'], ...this.#sides], (side) => {
      cover(this, side, (message) => {
        this.#say(message);
      });
    });
  }

  #actions(tools: HTMLElement): HTMLElement {
    const row = document.createElement('div');
    row.className = 'row';
    const panel = document.createElement('div');
    let opener: HTMLButtonElement | undefined;
    /** A button whose panel opens, closes again, and closes when another opens. */
    const load =
      (open: (panel: HTMLElement) => Promise<void>) =>
      (pressed: HTMLButtonElement): void => {
        panel.replaceChildren();
        this.removeAttribute('data-practicing');
        const closing = opener === pressed && pressed.ariaExpanded === 'true';
        if (opener?.ariaExpanded != null) opener.ariaExpanded = 'false';
        opener = pressed;
        if (closing) return;
        if (pressed.ariaExpanded != null) pressed.ariaExpanded = 'true';
        open(panel).catch(() => {
          this.#say('That part could not be loaded. Check the connection and try again.');
        });
      };
    const say = (message: string): void => {
      this.#say(message);
    };
    const copyAs = (format: 'markdown' | 'csv' | 'html') =>
      load(async (place) => (await import('./copy.ts')).copyTable(this, format, place, say));
    const practice = button(
      'Which is it?',
      load(async (place) => {
        const { whichIsIt } = await import('./which-is-it.ts');
        await whichIsIt(this, place, say);
        // The table would give the answers away.
        this.setAttribute('data-practicing', '');
      }),
    );
    const embed = button(
      'Embed',
      load(async (place) => (await import('./copy.ts')).showEmbedCode(this, place, say)),
    );
    for (const opens of [practice, embed]) opens.ariaExpanded = 'false';
    row.append(
      practice,
      button('Copy as Markdown', copyAs('markdown')),
      button('Copy as CSV', copyAs('csv')),
      button('Copy as HTML', copyAs('html')),
      embed,
    );
    tools.append(row);
    const group = document.createElement('div');
    group.append(row, panel);
    return group;
  }

  /** Keeps a choice in the address of the table's own page, so that it can be linked. */
  #remember(key: string, value: string): void {
    if (!this.hasAttribute('data-linked')) return;
    const url = new URL(location.href);
    if (value === '') url.searchParams.delete(key);
    else url.searchParams.set(key, value);
    history.replaceState(history.state, '', url);
  }

  #restore(group: HTMLFieldSetElement, key: string, apply: (value: string) => void): void {
    const value = this.hasAttribute('data-linked') ? new URLSearchParams(location.search).get(key) : null;
    const input = [...group.querySelectorAll('input')].find((item) => item.value === value && value !== '');
    if (input === undefined) return;
    input.checked = true;
    this.#restored = true;
    apply(input.value);
  }
}

customElements.define('comparison-table', ComparisonTable);
