import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { parse } from 'node-html-parser';
import { boxes, heading, paragraph, strong, table, write } from '../../utils/markdown.ts';
import { docxFile } from './docx.ts';
import { pageText } from './page-text.ts';

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

test('a part of a page becomes a text: its lists, tables and lines, without what only a screen shows', () => {
  const part = parse(
    `<section><h2 id="a">Before</h2><a class="anchor" href="#a"></a><ul class="checklist"><li>Print <a href="/compare/x/">x.example/compare/x</a></li></ul>
    <dl><dt>Groups</dt><dd>Pairs</dd></dl><ol><li><p>Ask.</p><ul><li>Yes<span class="remark">Right.</span></li></ul></li></ol>
    <figure><figcaption><strong>Reach.</strong> In years. <details><summary>In words</summary><p>A line.</p></details></figcaption></figure><ol type="A"><li>Try.</li></ol>
    <ul class="sheet-cards"><li><p>Front</p><p>Back</p></li></ul><table><tr><th></th><th>By when</th></tr><tr><th>Task</th><td></td></tr></table>
    <p class="label">Name</p><p class="writing-lines"><span></span></p><button>Print</button><p data-omit="print">Seen</p></section>`,
  );
  expect(write(pageText(part, 'https://x.example')).replace(/\n+/g, '\n')).toBe(
    [
      '## Before',
      '- [ ] Print [x.example/compare/x](https://x.example/compare/x/)',
      '**Groups**',
      'Pairs',
      '1. Ask.',
      '   - Yes (Right.)',
      '**Reach.** In years.',
      '**In words**',
      'A line.',
      // Markdown has no letters, and Word has.
      '1. Try.',
      '| Front | Back |',
      '| - | - |',
      '| | By when |',
      '| - | - |',
      '| Task | |',
      '**Name**',
      '---',
      '',
    ].join('\n'),
  );
});
