import { button, h, radios } from '../../../utils/elements.ts';
import { LICENSE_NAME, SITE_NAME } from '../../../site.ts';
import { EMBED_HEIGHT, embedCode } from '../../../teaching/embeds/embed-code.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { toCsv, toHtml, toMarkdown } from '../table-formats.ts';
import { pickStatements, type PracticeStatement } from '../practice.ts';

/** The text of a header or cell, including covered text, without its controls. */
function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('copy-link, small, button, .sr-only')) extra.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The table as rows of text: the header row, then all rows that the filter does not hide. */
function readGrid(table: HTMLTableElement): string[][] {
  return [...table.rows]
    .filter((row) => !row.hasAttribute('data-filtered'))
    .map((row) => [...row.cells].map(cellText));
}

const NAME = { markdown: 'Markdown', csv: 'CSV', html: 'HTML' } as const;
let filters = 0;
/** What the tools of a table do. Each says its result in the status line of the table's bar. */
type Say = (message: string) => void;

/** Writes a choice to the address, if the table has `data-linked`. */
function remember(host: HTMLElement, key: string, value: string): void {
  if (!host.hasAttribute('data-linked')) return;
  const url = new URL(location.href);
  if (value === '') url.searchParams.delete(key);
  else url.searchParams.set(key, value);
  history.replaceState(history.state, '', url);
}

/** Makes a side stand out; "" lets all sides stand out alike. */
export function focusOn(host: HTMLElement, side: string, say: Say): void {
  for (const cell of host.querySelectorAll<HTMLElement>('th[data-side], td[data-side]')) {
    cell.classList.toggle('focused', side !== '' && cell.dataset['side'] === side);
    cell.classList.toggle('dimmed', side !== '' && cell.dataset['side'] !== side);
  }
  remember(host, 'focus', side);
  const header = host.querySelector('th.focused');
  say(header === null ? 'All sides stand out alike.' : `${cellText(header)} stands out.`);
}

/** Covers each cell of a side with a button that reveals it; "" uncovers all cells. */
export function cover(host: HTMLElement, side: string, say: Say): void {
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

const ROUND = 8;
let rounds = 0;

/** Shows a round of "Which is it?" in place of the table: statements to sort into its sides, with score and explanations. */
export function practice(host: HTMLElement, place: HTMLElement, say: Say): void {
  const sides = [...host.querySelectorAll<HTMLElement>('thead [data-side]')].map((th): [string, string] => [
    th.dataset['side'] ?? '',
    cellText(th),
  ]);
  const statements = [...host.querySelectorAll<HTMLTableRowElement>('tbody tr')].flatMap((row) => {
    const dimension = cellText(row.cells[0] ?? row);
    return [...row.querySelectorAll<HTMLElement>('td[data-side]')].map((cell): PracticeStatement => ({
      dimension,
      side: cell.dataset['side'] ?? '',
      text: cellText(cell),
    }));
  });
  const labels = new Map(sides);
  const round = pickStatements(statements, ROUND, Math.random);
  const name = `quiz-${(rounds += 1)}`;
  const groups = round.map((statement, index) => {
    const group = radios(`${index + 1}. ${statement.text}`, `${name}-${index}`, sides, () => undefined);
    for (const input of group.querySelectorAll('input')) input.checked = false;
    const feedback = h('p');
    group.append(feedback);
    return { statement, group, feedback };
  });
  const form = h(
    'form',
    { class: 'quiz' },
    h('p', {}, 'Practice, not graded. Sort each statement into its side.'),
    ...groups.map(({ group }) => group),
    h('button', {}, 'Check'),
    button('New round', () => {
      practice(host, place, say);
    }),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answers = groups.map(({ group }) => group.querySelector<HTMLInputElement>('input:checked')?.value);
    const right = round.filter(({ side }, index) => answers[index] === side).length;
    const missing = answers.filter((answer) => answer === undefined).length;
    groups.forEach(({ statement, feedback }, index) => {
      const { dimension, side } = statement;
      const given = answers[index];
      const others = statements
        .filter((other) => other.dimension === dimension && other.side !== side)
        .map((other) => `${labels.get(other.side)}: ${other.text}`);
      const verdict = given === side ? '✓ Right' : '✗ Not quite';
      feedback.textContent =
        given === undefined ? '' : `${verdict}: ${labels.get(side)} (${dimension}). ${others.join(' ')}`;
    });
    if (missing === 0) say(`${right} of ${round.length} right. Each statement has its explanation.`);
    else {
      say(`${missing} still to sort.`);
      groups[answers.indexOf(undefined)]?.group.querySelector('input')?.focus();
    }
  });
  place.replaceChildren(form);
  form.querySelector('input')?.focus();
  say(`${round.length} statements to sort.`);
  host.setAttribute('data-practicing', '');
}

/** Fills its panel with a filter by theme, for a table with two themes or more, and with what one copies. */
export function showMore(host: HTMLElement, panel: HTMLElement, say: Say): void {
  const place = h('div');
  const copies = (['markdown', 'csv', 'html'] as const).map((format) =>
    button(`Copy as ${NAME[format]}`, () => {
      place.replaceChildren();
      void copyTable(host, format, place, say);
    }),
  );
  const embed = button('Embed', () => {
    place.replaceChildren();
    showEmbedCode(host, place, say);
  });
  panel.append(...filter(host, say), h('div', { class: 'row' }, ...copies, embed), place);
}

/** The filter: a radio button for each theme of the rows. The link of a row that it hides shows all rows. */
function filter(host: HTMLElement, say: Say): HTMLFieldSetElement[] {
  const rows = [...host.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const themes = new Map(rows.map((row) => [row.dataset['theme'] ?? '', row.dataset['themeLabel'] ?? '']));
  themes.delete('');
  if (themes.size < 2) return [];
  const apply = (theme: string): void => {
    // Not `hidden`, because print shows every row.
    for (const row of rows)
      row.toggleAttribute('data-filtered', theme !== '' && row.dataset['theme'] !== theme);
    remember(host, 'theme', theme);
    const left = rows.filter((row) => !row.hasAttribute('data-filtered')).length;
    say(`${left} of ${rows.length} rows shown.`);
  };
  const group = radios('Rows about', `theme-${(filters += 1)}`, [['', 'Everything'], ...themes], apply);
  const inputs = [...group.querySelectorAll('input')];
  const chosen = host.hasAttribute('data-linked') ? new URLSearchParams(location.search).get('theme') : null;
  const input = inputs.find(({ value }) => value !== '' && value === chosen);
  if (input !== undefined) {
    input.checked = true;
    apply(input.value);
  }
  const onFragment = (): void => {
    const target = rows.find((row) => row.hasAttribute('data-filtered') && `#${row.id}` === location.hash);
    if (target === undefined) return;
    inputs[0]?.click();
    target.scrollIntoView();
  };
  addEventListener('hashchange', onFragment);
  // Later, because a radio button dispatches `change` only after it is in the page.
  queueMicrotask(onFragment);
  return [group];
}

/** Copies the rows that are shown; if the browser refuses, shows the text to copy by hand. */
async function copyTable(
  host: HTMLElement,
  format: keyof typeof NAME,
  place: HTMLElement,
  say: Say,
): Promise<void> {
  const table = host.querySelector('table');
  if (table === null) return;
  const grid = readGrid(table);
  const { title = '', address = '' } = host.dataset;
  const credit = `${title}. ${SITE_NAME}, ${LICENSE_NAME}, ${address}`;
  const text =
    format === 'csv'
      ? toCsv(grid)
      : format === 'html'
        ? toHtml(grid, credit)
        : `${toMarkdown(grid)}\n${credit}\n`;
  await copyText(text, `${grid.length - 1} rows as ${NAME[format]}`, say, () => {
    const area = textToCopy(text, `The table as ${NAME[format]}`);
    place.append(area);
    area.select();
  });
}

function showEmbedCode(host: HTMLElement, place: HTMLElement, say: Say): void {
  const { title = '', embed = '' } = host.dataset;
  const code = embedCode({ title, src: embed, height: EMBED_HEIGHT.comparison, grows: true });
  const area = textToCopy(code, 'Code to embed this table');
  const copy = button('Copy the code', () => {
    void copyText(code, 'the embed code', say, () => {
      area.select();
    });
  });
  place.append(area, copy);
  area.select();
  say('The embed code is below. Without its first line the frame scrolls instead of growing.');
}

const textToCopy = (text: string, label: string): HTMLTextAreaElement =>
  h('textarea', { readOnly: true, rows: 5, value: text, 'aria-label': label });
