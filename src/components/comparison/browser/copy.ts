import { EMBED_HEIGHT, embedCode } from '../../../teaching/embeds/embed-code.ts';
import { toCsv, toHtml, toMarkdown } from '../table-formats.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { button, h } from '../../../utils/elements.ts';
import { readGrid } from './read-table.ts';
import { LICENSE_NAME, SITE_NAME } from '../../../site.ts';

const NAME = { markdown: 'Markdown', csv: 'CSV', html: 'HTML' } as const;

/** Copies the rows that are shown; if the browser refuses, shows the text to copy by hand. */
export async function copyTable(
  host: HTMLElement,
  format: keyof typeof NAME,
  place: HTMLElement,
  say: (message: string) => void,
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

/** Shows the code that embeds the table in another page. */
export function showEmbedCode(host: HTMLElement, place: HTMLElement, say: (message: string) => void): void {
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
