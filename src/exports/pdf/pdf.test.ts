import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { finishedPdf, markArtifacts, writePdf } from './pdf-bytes.ts';
import { pageMargins, printPage } from './print.ts';

/** A PDF in the form of the browser, with these objects. */
function pdfOf(objects: readonly string[]): Buffer {
  const head = '%PDF-1.4\n';
  const texts = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(
    writePdf({
      head,
      objects: new Map(texts.map((text, index) => [index + 1, text])),
      trailer: '/Root 1 0 R\n/Info 2 0 R',
    }),
    'latin1',
  );
}

const ABOUT = { title: 'Café & <co>', updated: new Date('2026-11-23') };
const CATALOG = '<</Type /Catalog\n/Pages 3 0 R\n/Lang (en)>>';
const DATES = "<</CreationDate (D:20261124221353+00'00')\n/ModDate (D:20261124221353+00'00')>>";
const finished = (...objects: string[]): string =>
  Buffer.from(finishedPdf(pdfOf([CATALOG, DATES, ...objects]), ABOUT)).toString('latin1');

test('a PDF gets the dates of its content, and its table of references leads to each object', () => {
  const pdf = finished('<</Type /Pages>>');
  expect(pdf).toContain("<</CreationDate (D:20261123000000+00'00')\n/ModDate (D:20261123000000+00'00')>>");
  const [, start = ''] = /startxref\n(\d+)\n%%EOF/.exec(pdf) ?? [];
  expect(pdf.slice(Number(start), Number(start) + 9)).toBe('xref\n0 5\n');
  const offsets = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets.map((offset, index) => pdf.startsWith(`${index + 1} 0 obj\n`, offset))).toEqual(
    Array(4).fill(true),
  );
  expect(() => finishedPdf(Buffer.from('%PDF-1.4'), ABOUT)).toThrow('known form');
});

test('a PDF says in XMP what it is', () => {
  const pdf = finished('<</Type /Pages>>');
  expect(pdf).toContain('/Type /Catalog\n/Metadata 4 0 R\n');
  const [, length = '', xmp = ''] = /\/Length (\d+)>> stream\n(.*)\nendstream/s.exec(pdf) ?? [];
  expect(xmp).toHaveLength(Number(length));
  using document = XmlDocument.fromBuffer(Buffer.from(xmp, 'latin1'));
  const title = document.get('//dc:title//rdf:li', {
    dc: 'http://purl.org/dc/elements/1.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  });
  expect(title?.content).toBe('Café & <co>');
});

test('ids of cells are numbered from 1, as they come in the document, and their index is sorted', () => {
  const pdf = finished(
    '/ID (node00000212)',
    '/ID (node00000097)',
    '<</Limits [(node00000097) (node00000212)]\n/Names [(node00000097) 4 0 R (node00000212) 3 0 R]>>',
  );
  expect(pdf).toContain('3 0 obj\n/ID (node00000001)\nendobj\n4 0 obj\n/ID (node00000002)\n');
  expect(pdf).toContain(
    '<</Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 3 0 R (node00000002) 4 0 R]>>',
  );
});

test('tags of a later PDF version become known ones, and those that only look like them stay', () => {
  const pdf = finished('<</S /Strong\n/P 1 0 R>>', '<</S /Em\n/P 2 0 R>>', '<</S /Emphatic /P 3 0 R>>');
  expect(pdf.match(/\/Span/g)).toHaveLength(2);
  expect(pdf).toContain('/Emphatic');
});

test('a link says where it leads', () => {
  const link = '<</Type /Annot\n/Subtype /Link\n/A <</S /URI\n/URI (https://x.example/a\\)/)>>>>';
  expect(finished(link)).toContain('/Subtype /Link\n/Contents (https://x.example/a\\)/)\n');
  expect(finished('<</Type /Annot\n/Subtype /Link\n/Dest /x>>')).toContain(
    '/Contents (A place in this document)',
  );
});

test('the content of a list item is in a body beside its label', () => {
  const pdf = finished(
    '<</Type /StructElem\n/S /LI\n/P 9 0 R\n/K [4 0 R 5 0 R]>>',
    '<</Type /StructElem\n/S /Lbl\n/P 3 0 R\n/K 7>>',
    '<</Type /StructElem\n/S /P\n/P 3 0 R\n/K 8>>',
  );
  expect(pdf).toContain('/S /LI\n/P 9 0 R\n/K [4 0 R 6 0 R]>>');
  expect(pdf).toContain('6 0 obj\n<</Type /StructElem\n/S /LBody\n/P 3 0 R\n/K [5 0 R]>>');
  expect(pdf).toContain('/S /Lbl\n/P 3 0 R');
  expect(pdf).toContain('/S /P\n/P 6 0 R');
});

test('what no tag has is marked as an artifact, text and drawings as wholes', () => {
  const tagged = ['/P <</MCID 0 >>BDC', '0 0 9 9 re', 'f', 'BT', '<0001> Tj', 'ET', 'EMC'];
  const text = ['BT', '/F4 8 Tf', '<0002> Tj', 'ET'];
  const path = ['0 0 m', '5 5 l', 'S'];
  const clip = ['0 0 9 9 re', 'W n'];
  const artifact = (lines: readonly string[]): string[] => ['/Artifact BMC', ...lines, 'EMC'];
  const written = (...parts: string[][]): string => parts.flat().join('\n');
  expect(markArtifacts(written(clip, text, ['q'], tagged, path, ['Q']))).toBe(
    written(clip, artifact(text), ['q'], tagged, artifact(path), ['Q']),
  );
});

test('a printed page describes its drawings, has plain spaces in headings, and an escaped title in its margins', () => {
  const frame = pageMargins('Say "why" \\ what', 'blueprint.example/', new Date('2026-11-29'));
  const page = printPage(
    '<head></head><figure class="figure" aria-labelledby="figure-x-title"></figure><h2 id="a">\n  Two\n lines </h2>',
    frame,
  );
  expect(page).toContain('aria-labelledby="figure-x-title figure-x-alt"');
  expect(page).toContain('<h2 id="a">Two lines</h2>');
  expect(page).toContain('@bottom-left { content: "blueprint.example/ · November 29, 2026 · ');
  expect(page).toContain('@top-left { content: "Say \\"why\\" \\\\ what"');
});
