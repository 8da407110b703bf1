import { h } from '../../../utils/elements.ts';

/**
 * `<comparison-table data-title data-address data-embed data-linked>` adds a disclosure with tools to a rendered table.
 * Their space is reserved, so that the table never shifts, and they are loaded when it is opened: at once, where the
 * address contains their state (`table-tools.ts`). Without JavaScript the table is complete and has no tools.
 */
class ComparisonTable extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('.table-tools') !== null) return;
    const names = h('span', { class: 'note' }, 'Focus · Cover and recall · Which is it? · Copy · Embed');
    const summary = h('summary', {}, 'Work with this table ', names);
    const tools = h('details', { class: 'table-tools', 'data-omit': 'print' }, summary);
    tools.addEventListener('toggle', () => void this.#load(tools), { once: true });
    this.prepend(tools);
    const state = new URLSearchParams(location.search);
    tools.open = this.hasAttribute('data-linked') && (state.has('focus') || state.has('theme'));
  }

  async #load(tools: HTMLElement): Promise<void> {
    try {
      const { addTools } = await import('./table-tools.ts');
      await addTools(this, tools);
    } catch {
      tools.append('The tools could not be loaded. Check the connection, and open this page again.');
    }
  }
}

customElements.define('comparison-table', ComparisonTable);
