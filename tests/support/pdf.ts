import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';

/** The reason why this machine cannot read PDFs; undefined if it can. */
export const NO_READER =
  spawnSync('pdfinfo', ['-v']).status === 0
    ? undefined
    : 'pdfinfo is not installed (Debian and Ubuntu: poppler-utils)';

/** The output of a poppler program; fails if it reports an error. */
function read(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The properties of a PDF by name, such as "Tagged: yes". */
export const pdfFacts = (file: string): Map<string, string> =>
  new Map(
    read('pdfinfo', '-isodates', file)
      .split('\n')
      .map((line) => /^([^:]+):\s*(.*)$/.exec(line) ?? [])
      .map(([, name = '', value = '']) => [name, value]),
  );

/** The text in the order of the page content, in one line. */
export const pdfText = (file: string): string => read('pdftotext', '-raw', file, '-').replace(/\s+/g, ' ');

/** The text of each sheet. */
export const pdfSheets = (file: string): string[] =>
  read('pdftotext', '-raw', file, '-').split('\f').slice(0, -1);

/** The lines of each sheet from top to bottom, without those of its margins. */
export const pdfLines = (file: string): string[][] =>
  read('pdftotext', '-layout', file, '-')
    .split('\f')
    .slice(0, -1)
    .map((sheet, index) =>
      sheet
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(index === 0 ? 0 : 1, -1),
    );

/** Addresses of all links. */
export const pdfLinks = (file: string): string[] => [
  ...new Set([...read('pdfinfo', '-url', file).matchAll(/Annotation\s+(\S+)/g)].map(([, url = '']) => url)),
];

/** Names of fonts that are not embedded. */
export const fontsOutside = (file: string): string[] =>
  read('pdffonts', file)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '' && !/ yes (?:yes|no ) (?:yes|no ) +\d+ +\d+$/.test(line));

/** The bookmarks, in order. */
export const bookmarks = (file: string): string[] =>
  parse(read('pdftohtml', '-xml', '-i', '-stdout', file))
    .querySelectorAll('outline > item')
    .map((item) => item.text);

/** A structure element: its type and all its text. */
export interface Tagged {
  type: string;
  text: string;
}

/** The structure elements in reading order. */
export function tagsOf(file: string): Tagged[] {
  const found: (Tagged & { depth: number })[] = [];
  const open: (Tagged & { depth: number })[] = [];
  for (const line of read('pdfinfo', '-struct-text', file).split('\n')) {
    const depth = line.search(/\S/);
    const [, text] = /^\s*"(.*)"$/.exec(line) ?? [];
    const [, type] = /^\s*([A-Z][A-Za-z0-9]*)(?: (?:\(\w+\)|<\w+>))*:?$/.exec(line) ?? [];
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    if (text !== undefined) for (const element of open) element.text += text;
    else if (type !== undefined) {
      const element = { type, text: '', depth };
      found.push(element);
      open.push(element);
    }
  }
  return found;
}

/** The number of matches in the PDF's objects, which the browser does not compress. */
export const countIn = (file: string, pattern: RegExp): number =>
  [...readFileSync(file, 'latin1').matchAll(pattern)].length;
