import { EMBED_HEIGHT, embedCode } from '../../../teaching/embeds/embed-code.ts';
import { toCsv, toHtml, toMarkdown } from '../table-formats.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';
import { button } from '../../../utils/browser/controls.ts';
import { readGrid } from './read-table.ts';
import { LICENSE_NAME, SITE_NAME } from '../../../site.ts';

const NAME = { markdown: 'Markdown', csv: 'CSV', html: 'HTML' } as const;

/** Copies the rows that are shown; where the browser refuses, shows the text to copy by hand. */
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
  if (await copyText(text)) say(`Copied as ${NAME[format]}: ${grid.length - 1} rows.`);
  else {
    place.append(textToCopy(text, `The table as ${NAME[format]}`));
    say('This browser does not let us copy. The text is selected below.');
  }
}

/** Shows the code that embeds the table in another page. */
export function showEmbedCode(host: HTMLElement, place: HTMLElement, say: (message: string) => void): void {
  const { title = '', embed = '' } = host.dataset;
  const code = embedCode({ title, src: embed, height: EMBED_HEIGHT.comparison, grows: true });
  const area = textToCopy(code, 'Code to embed this table');
  const copy = button('Copy the code', () => {
    void copyText(code).then((copied) => {
      say(copied ? 'Embed code copied.' : 'This browser does not let us copy. Copy the selected text.');
    });
  });
  place.append(area, copy);
  say('The embed code is below. Without its first line the frame scrolls instead of growing.');
}

function textToCopy(text: string, label: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.readOnly = true;
  area.rows = 5;
  area.value = text;
  area.setAttribute('aria-label', label);
  queueMicrotask(() => {
    area.select();
  });
  return area;
}
