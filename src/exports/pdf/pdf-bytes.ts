import { unzlibSync, zlibSync } from 'fflate';
import { COURSE, SITE_NAME } from '../../site.ts';
import { escapeHtml } from '../../utils/escape.ts';

// The browser writes PDF 1.4 with one table of references. Its objects are changed one by one, and the table is rebuilt.

/** The objects of a PDF by number, with the bytes before the first and after the last. */
interface Pdf {
  head: string;
  objects: Map<number, string>;
  /** The dictionary of the trailer, without its size. */
  trailer: string;
}

/**
 * Reads a PDF, given as Latin-1, which preserves every byte.
 * @throws if its form is unknown
 */
function readPdf(pdf: string): Pdf {
  const [, table = '', trailer = ''] =
    /\nxref\n0 \d+\n((?:\d{10} \d{5} [fn] \n)+)trailer\n<<\/Size \d+\n([\s\S]*?)>>\nstartxref\n\d+\n%%EOF\s*$/.exec(
      pdf,
    ) ?? [];
  const places = [...table.matchAll(/(\d{10}) \d{5} ([fn])/g)]
    .map(([, offset, kind], number) => ({ number, at: Number(offset), used: kind === 'n' }))
    .filter(({ used }) => used)
    .sort((one, other) => one.at - other.at);
  const [first] = places;
  if (first === undefined) throw new Error('The PDF has no table of references of the known form.');
  const end = pdf.lastIndexOf('\nxref\n') + 1;
  return {
    head: pdf.slice(0, first.at),
    objects: new Map(
      places.map(({ number, at }, index) => [number, pdf.slice(at, places[index + 1]?.at ?? end)]),
    ),
    trailer,
  };
}

/** Writes a PDF, as Latin-1. */
export function writePdf({ head, objects, trailer }: Pdf): string {
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Map<number, number>();
  let at = head.length;
  for (const [number, text] of objects) {
    offsets.set(number, at);
    at += text.length;
  }
  const table = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `${head}${[...objects.values()].join('')}xref\n0 ${size}\n${table.join('')}trailer\n<</Size ${size}\n${trailer}>>\nstartxref\n${at}\n%%EOF\n`;
}

/** A date in PDF form: "D:20261123000000+00'00'". */
const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;

/** Replaces the time of printing with the date of the content. */
const withContentDates = (object: string, date: Date): string =>
  object.replace(/\/(CreationDate|ModDate) \(D:[^)]*\)/g, `/$1 (${pdfDate(date)})`);

/** Id of a table cell in the tags. The browser numbers cells across all pages that it has loaded, in no lasting order. */
const CELL_ID = /\bnode\d{8}\b/g;
/** The index of the cells, which is sorted by id: the first and the last id, then each id with its object. */
const CELL_INDEX = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[([^\]]*)\]/;

/** Renumbers the cell ids from 1, as they come in the document, so that the same page always has the same ids. */
function stableIds(objects: Iterable<string>): (object: string) => string {
  const ids = [...new Set([...objects].flatMap((object) => object.match(CELL_ID) ?? []))];
  const counted = new Map(ids.map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]));
  return (object) =>
    object
      .replace(CELL_ID, (id) => counted.get(id) ?? id)
      .replace(CELL_INDEX, (_, index: string) => {
        const names = (index.match(/\(node\d{8}\) \d+ 0 R/g) ?? []).sort();
        const [first = '', last = ''] = [names[0], names.at(-1)].map((name) => name?.slice(0, 14));
        return `/Limits [${first} ${last}]\n/Names [${names.join(' ')}]`;
      });
}

/**
 * Replaces "Strong" and "Em" by "Span". The browser writes these tags of PDF 2.0 into a PDF 1.4, and readers of the older
 * format ignore unknown tags together with their text.
 */
const withOlderTags = (object: string): string => object.replace(/\/S \/(?:Strong|Em)\b/g, '/S /Span');

/** Where a link leads, in words, for readers that do not have its text (PDF/UA, 7.18.5). */
const withLinkContents = (object: string): string =>
  object.replace(
    /^(\d+ 0 obj\n<<\/Type \/Annot\n\/Subtype \/Link\n)([\s\S]*)$/,
    (_, start: string, rest: string) => {
      const [, address] = /\/URI \(((?:[^()\\]|\\.)*)\)/.exec(rest) ?? [];
      return `${start}/Contents (${address ?? 'A place in this document'})\n${rest}`;
    },
  );

/** Whether an object is a structure element of a type. */
const isTag = (object: string | undefined, type: string): boolean =>
  object?.includes(`/S /${type}\n`) === true;

/** Puts the content of list items, beside their labels, into a body of its own (ISO 32000-1, 14.8.4.3.3). */
function addListBodies(objects: Map<number, string>): void {
  let next = Math.max(...objects.keys()) + 1;
  for (const [number, item] of [...objects]) {
    if (!item.includes('/Type /StructElem') || !isTag(item, 'LI')) continue;
    const [whole = '', several, single] = /\/K (?:\[([\d R]+)\]|(\d+ 0 R))/.exec(item) ?? [];
    const children = [...(several ?? single ?? '').matchAll(/\b(\d+) 0 R/g)].map(([, child]) =>
      Number(child),
    );
    const labels = children.filter((child) => isTag(objects.get(child), 'Lbl'));
    const others = children.filter((child) => !labels.includes(child));
    if (others.length === 0 || others.some((child) => isTag(objects.get(child), 'LBody'))) continue;
    const references = (numbers: readonly number[]): string => numbers.map((each) => `${each} 0 R`).join(' ');
    objects.set(number, item.replace(whole, `/K [${references([...labels, next])}]`));
    objects.set(
      next,
      `${next} 0 obj\n<</Type /StructElem\n/S /LBody\n/P ${number} 0 R\n/K [${references(others)}]>>\nendobj\n`,
    );
    for (const child of others)
      objects.set(child, (objects.get(child) ?? '').replace(`/P ${number} 0 R`, `/P ${next} 0 R`));
    next += 1;
  }
}

/** Operators that begin or go on with a path, and those that draw it, or a picture. */
const BUILDS = /\s(?:re|m|l|c|v|y)$|^h$/;
const DRAWS = /^(?:[fFsSbB]\*?|.*\s(?:Do|sh))$/;

/** Marks what no tag has, margins and rules, as artifacts, which readers skip (PDF/UA, 7.1). An operator is on a line. */
export function markArtifacts(content: string): string {
  const lines: string[] = [];
  /** A path or a text that has begun. */
  let begun: string[] = [];
  let tags = 0;
  for (const line of content.split('\n')) {
    begun.push(line);
    const isText = begun[0] === 'BT';
    if (/B(?:DC|MC)$/.test(line)) tags += 1;
    else if (line === 'EMC') tags -= 1;
    else if (tags === 0) {
      if (isText ? line !== 'ET' : line === 'BT' || BUILDS.test(line)) continue;
      if (isText || DRAWS.test(line)) begun = ['/Artifact BMC', ...begun, 'EMC'];
    }
    lines.push(...begun);
    begun = [];
  }
  return [...lines, ...begun].join('\n');
}

function markPages(objects: Map<number, string>): void {
  for (const page of [...objects.values()].filter((object) => object.includes('/Type /Page\n'))) {
    const number = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const object = objects.get(number) ?? '';
    const [, stream = ''] = /\/Filter \/FlateDecode[^>]*>> stream\n([\s\S]*)\nendstream/.exec(object) ?? [];
    const content = Buffer.from(unzlibSync(Buffer.from(stream, 'latin1'))).toString('latin1');
    const marked = Buffer.from(zlibSync(Buffer.from(markArtifacts(content), 'latin1'), { level: 9 }));
    objects.set(
      number,
      `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${marked.length}>> stream\n${marked.toString('latin1')}\nendstream\nendobj\n`,
    );
  }
}

/** Title, author, language, dates and PDF/UA as XMP, in UTF-8. */
function metadata({ title, updated }: PdfAbout): string {
  const date = updated.toISOString();
  const alternative = (name: string, text: string): string =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt></${name}>`;
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>${alternative('dc:title', title)}<dc:creator><rdf:Seq><rdf:li>${escapeHtml(SITE_NAME)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${COURSE.language}</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
  return Buffer.from(xmp, 'utf8').toString('latin1');
}

function addMetadata({ objects, trailer }: Pdf, about: PdfAbout): void {
  const [, root] = /\/Root (\d+) 0 R/.exec(trailer) ?? [];
  const catalog = objects.get(Number(root));
  if (catalog === undefined) throw new Error('The PDF has no catalog.');
  const number = Math.max(...objects.keys()) + 1;
  const xmp = metadata(about);
  objects.set(
    number,
    `${number} 0 obj\n<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>> stream\n${xmp}\nendstream\nendobj\n`,
  );
  objects.set(Number(root), catalog.replace('/Type /Catalog\n', `/Type /Catalog\n/Metadata ${number} 0 R\n`));
}

interface PdfAbout {
  title: string;
  updated: Date;
}

/**
 * A PDF of the browser with the dates of its content, tags that older readers know, and its metadata. It says that it is
 * PDF/UA-1: tests check the rules of the format that its pages could break (tests/support/pdf-ua.ts).
 */
export function finishedPdf(bytes: Buffer, about: PdfAbout): Uint8Array<ArrayBuffer> {
  const pdf = readPdf(bytes.toString('latin1'));
  const ids = stableIds(pdf.objects.values());
  for (const [number, object] of pdf.objects) {
    // A stream has bytes that only look like text.
    if (object.includes('endstream')) continue;
    pdf.objects.set(number, ids(withLinkContents(withOlderTags(withContentDates(object, about.updated)))));
  }
  addListBodies(pdf.objects);
  markPages(pdf.objects);
  addMetadata(pdf, about);
  return Uint8Array.from(Buffer.from(writePdf(pdf), 'latin1'));
}
