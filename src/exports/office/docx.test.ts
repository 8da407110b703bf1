import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { boxes, heading, paragraph, strong, table } from '../../utils/markdown.ts';
import { docxFile } from '../office/docx.ts';

const FILE = {
  title: 'Promise list',
  blocks: [
    heading(2, 'What we promised'),
    paragraph('To ', strong('whom'), ' & when'),
    { type: 'thematicBreak' as const },
    table([
      [['What'], ['Who']],
      [['Fix the scale'], ['Jo']],
    ]),
    boxes(['Each has one name.']),
  ],
  lasting: 'https://blueprint.example/go/abcd/',
  date: new Date('2026-11-29'),
};

const parts = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(docxFile(FILE))).map(([name, content]) => [name, strFromU8(content)]),
  );

test('a document has all of its text, in order, and says from where it is', () => {
  const text = (parts()['word/document.xml'] ?? '')
    .split('</w:p>')
    .map((each) => [...each.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, words]) => words).join(''));
  expect(text.slice(0, -1)).toEqual([
    'Promise list',
    'What we promised',
    'To whom &amp; when',
    '',
    'What',
    'Who',
    'Fix the scale',
    'Jo',
    '☐ Each has one name.',
    expect.stringContaining('https://blueprint.example/go/abcd/'),
  ]);
});

test('its parts are sound XML, each with a type, and its headings and head row are marked', () => {
  const files = parts();
  for (const content of Object.values(files)) XmlDocument.fromString(content).dispose();
  for (const name of Object.keys(files).filter((each) => !/^\[|\.rels$/.test(each)))
    expect(files['[Content_Types].xml']).toContain(`PartName="/${name}"`);
  const document = files['word/document.xml'] ?? '';
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  for (const [, style] of document.matchAll(/<w:pStyle w:val="(\w+)"/g))
    expect(files['word/styles.xml']).toContain(`w:styleId="${style ?? ''}"`);
});

test('a document is on US Letter, and its tables are within the margins of A4 as well', () => {
  const document = parts()['word/document.xml'] ?? '';
  expect(document).toContain('<w:pgSz w:w="12240" w:h="15840"/>');
  const margin = Number(/w:left="(\d+)"/.exec(document)?.[1]);
  for (const [, width] of document.matchAll(/<w:tblW w:w="(\d+)"/g))
    expect(Number(width)).toBeLessThanOrEqual(11_906 - 2 * margin);
});

test('two builds write the same bytes', () => {
  expect(docxFile(FILE)).toEqual(docxFile(FILE));
});
