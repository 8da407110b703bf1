import { button, h, radios } from '../../../utils/elements.ts';
import { addSheet } from '../../../utils/styles.ts';
import sheet from './table-tools.css?url';

let tables = 0;

/**
 * The tools of a comparison table: Focus on a side, a filter by theme, Cover and reveal, Which is it?, Copy as, Embed.
 * With `data-linked` (the page of the table and its embed) the address contains the state:
 * `?focus=<side>&theme=<theme>`. One status line announces every change.
 */
class TableTools {
  readonly #name = `table-${(tables += 1)}`;
  readonly #status = h('p', { role: 'status' });
  /** Clears the filter by theme. */
  #showAllRows: (() => void) | undefined;

  constructor(readonly host: HTMLElement) {}

  parts(): HTMLElement[] {
    return [this.#focus(), ...this.#filter(), this.#cover(), this.#actions(), this.#status];
  }

  /** Shows the row of a followed link, even if the filter hides it. */
  readonly onFragment = (): void => {
    const rows = [...this.host.querySelectorAll<HTMLElement>('tr[data-filtered]')];
    const target = rows.find((row) => row.id !== '' && `#${row.id}` === location.hash);
    if (target === undefined) return;
    this.#showAllRows?.();
    target.scrollIntoView();
  };

  /** The sides with their labels, in the order of the columns. */
  get #sides(): [string, string][] {
    return [...this.host.querySelectorAll<HTMLElement>('thead [data-side]')].map((th) => [
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
    for (const cell of this.host.querySelectorAll<HTMLElement>('[data-side]')) {
      cell.classList.toggle('focused', side !== '' && cell.dataset['side'] === side);
      cell.classList.toggle('dimmed', side !== '' && cell.dataset['side'] !== side);
    }
  }

  /** The filter: a radio button for each theme of the rows; empty if there are fewer than two themes. */
  #filter(): HTMLFieldSetElement[] {
    const rows = [...this.host.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const themes = new Map(rows.map((row) => [row.dataset['theme'] ?? '', row.dataset['themeLabel'] ?? '']));
    themes.delete('');
    if (themes.size < 2) return [];
    const apply = (theme: string): void => {
      // Not `hidden`, because print shows every row.
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
    this.#showAllRows = () => group.querySelector('input')?.click();
    // Later, because a radio button dispatches `change` only after it is in the page.
    queueMicrotask(this.onFragment);
    return [group];
  }

  #cover(): HTMLFieldSetElement {
    return radios('Cover and recall', `${this.#name}-cover`, [['', 'Nothing'], ...this.#sides], (side) => {
      cover(this.host, side, (message) => {
        this.#say(message);
      });
    });
  }

  #actions(): HTMLElement {
    const panel = h('div');
    let opener: HTMLButtonElement | undefined;
    /** Makes a button toggle its content in the panel. The content of another button closes. */
    const load =
      (open: (panel: HTMLElement) => Promise<void>) =>
      (pressed: HTMLButtonElement): void => {
        panel.replaceChildren();
        this.host.removeAttribute('data-practicing');
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
      load(async (place) => (await import('./copy.ts')).copyTable(this.host, format, place, say));
    const practice = button(
      'Which is it?',
      load(async (place) => {
        const { whichIsIt } = await import('./which-is-it.ts');
        await whichIsIt(this.host, place, say);
        // Hides the table, which would reveal the answers.
        this.host.setAttribute('data-practicing', '');
      }),
    );
    const embed = button(
      'Embed',
      load(async (place) => (await import('./copy.ts')).showEmbedCode(this.host, place, say)),
    );
    for (const opens of [practice, embed]) opens.ariaExpanded = 'false';
    const row = h(
      'div',
      { class: 'row' },
      practice,
      button('Copy as Markdown', copyAs('markdown')),
      button('Copy as CSV', copyAs('csv')),
      button('Copy as HTML', copyAs('html')),
      embed,
    );
    return h('div', {}, row, panel);
  }

  /** Writes a choice to the address, if the table has `data-linked`. */
  #remember(key: string, value: string): void {
    if (!this.host.hasAttribute('data-linked')) return;
    const url = new URL(location.href);
    if (value === '') url.searchParams.delete(key);
    else url.searchParams.set(key, value);
    history.replaceState(history.state, '', url);
  }

  #restore(group: HTMLFieldSetElement, key: string, apply: (value: string) => void): void {
    const value = this.host.hasAttribute('data-linked')
      ? new URLSearchParams(location.search).get(key)
      : null;
    const input = [...group.querySelectorAll('input')].find((item) => item.value === value && value !== '');
    if (input === undefined) return;
    input.checked = true;
    apply(input.value);
  }
}

/** Covers each cell of a side with a button that reveals it; "" uncovers all cells. */
function cover(host: HTMLElement, side: string, say: (message: string) => void): void {
  for (const covered of host.querySelectorAll<HTMLElement>('td[data-covered]')) uncover(covered);
  if (side === '') {
    say('Nothing is covered.');
    return;
  }
  const cells = [...host.querySelectorAll<HTMLElement>(`td[data-side="${side}"]`)];
  for (const cell of cells) {
    const content = h('span', {}, ...cell.childNodes);
    const dimension = cell.closest('tr')?.querySelector('th')?.firstChild?.textContent?.trim() ?? '';
    const reveal = (): void => {
      uncover(cell);
      cell.tabIndex = -1;
      cell.focus();
      const left = cells.filter((other) => other.hasAttribute('data-covered')).length;
      say(left === 0 ? 'All rows are revealed.' : `Revealed. ${left} still covered.`);
    };
    const show = button('Show', reveal, {
      'aria-label': `Show: ${cell.dataset['label'] ?? ''}, ${dimension}`,
    });
    cell.append(content, show);
    cell.setAttribute('data-covered', '');
  }
  say(`${cells.length} cells are covered. Recall each, then show it.`);
}

function uncover(cell: HTMLElement): void {
  const content = cell.querySelector(':scope > span');
  cell.replaceChildren(...(content?.childNodes ?? []));
  cell.removeAttribute('data-covered');
}

/** Fills the disclosure of a table with its tools. */
export async function addTools(host: HTMLElement, place: HTMLElement): Promise<void> {
  await addSheet(sheet);
  const tools = new TableTools(host);
  place.append(...tools.parts());
  addEventListener('hashchange', tools.onFragment);
}
