import { readFileSync } from 'node:fs';
import { unzlibSync } from 'fflate';

/**
 * The rules of PDF/UA-1 that a PDF of the browser could break, by their numbers in veraPDF's profile
 * (github.com/veraPDF/veraPDF-validation-profiles, PDF_UA/PDFUA-1.xml). The others are about what these files do not
 * have, which "absent" asserts: forms, notes, tables of contents, formulas, media, layers, attachments, encryption,
 * drawings inside drawings, fonts of other kinds.
 */

/** A tag: its type, its parts that are tags, and its whole dictionary. */
interface Tag {
  type: string;
  kids: Tag[];
  text: string;
}

const STANDARD =
  /^(?:Document|Part|Art|Sect|Div|BlockQuote|Caption|NonStruct|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Code|Link|Figure)$/;

/** What content of the page is not in a tag, and not an artifact, or in both. */
function unmarked(content: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const line of content.split('\n')) {
    const [, tag] = /^\/(\w+)\b.*B(?:DC|MC)$/.exec(line) ?? [];
    if (tag !== undefined) {
      open.push(tag);
      if (open.length > 1 && open.includes('Artifact')) faults.push(`7.1-1, 7.1-2: ${open.join(' in ')}`);
    } else if (line === 'EMC') open.pop();
    else if (open.length === 0 && /(?:^|\s)(?:T[jJ]|[fFsSbB]\*?|Do|sh)$/.test(line))
      faults.push(`7.1-3: ${line}`);
  }
  return faults;
}

/** The numbers of cells in each column and row of a table; all rows of a regular table have the same number. */
function widths({ kids }: Tag): number[] {
  const rows = kids.filter(({ type }) => type === 'TR').map(() => 0);
  kids
    .filter(({ type }) => type === 'TR')
    .forEach((row, index) => {
      for (const { text } of row.kids) {
        const span = (name: string): number => Number(new RegExp(`/${name}Span (\\d+)`).exec(text)?.[1] ?? 1);
        for (let below = 0; below < span('Row'); below += 1)
          rows[index + below] = (rows[index + below] ?? 0) + span('Col');
      }
    });
  return rows;
}

/** The widths of glyphs in thousandths, by the dictionary of their font: "0 [636 643] 31 33 534". */
function dictionaryWidths(font: string): Map<number, number> {
  const [, list = ''] = /\/W \[([\s\S]*?\]?)\](?=\n|>>)/.exec(font) ?? [];
  const widths = new Map<number, number>();
  for (const [, first, several, last, one] of list.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) (\d+))/g)) {
    const own = several?.trim().split(/\s+/).map(Number) ?? [];
    for (let glyph = Number(first); glyph <= Number(last ?? Number(first) + own.length - 1); glyph += 1)
      widths.set(glyph, one === undefined ? (own[glyph - Number(first)] ?? 0) : Number(one));
  }
  return widths;
}

/** The widths of glyphs in thousandths, by the font itself (TrueType: head, hhea, hmtx). */
function fontWidth(font: Buffer): (glyph: number) => number | undefined {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
  const at = (name: string): number => tables.get(name) ?? 0;
  const unit = font.readUInt16BE(at('head') + 18);
  const count = font.readUInt16BE(at('hhea') + 34);
  const glyphs = font.readUInt16BE(at('maxp') + 4);
  return (glyph) =>
    glyph < glyphs
      ? (font.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, count - 1)) * 1000) / unit
      : undefined;
}

/** The glyphs that have a character. */
const usedGlyphs = (map: string): number[] =>
  [...map.matchAll(/^<(\w{4})> (?:<(\w{4})> )?<\w+>$/gm)].flatMap(([, first = '', last = first]) =>
    Array.from(
      { length: parseInt(last, 16) - parseInt(first, 16) + 1 },
      (_, index) => parseInt(first, 16) + index,
    ),
  );

/** Where a tag breaks a rule about itself and its parts. */
function tagFaults({ type, kids, text }: Tag, parent: string, ids: ReadonlySet<string>): string[] {
  const types = kids.map((kid) => kid.type);
  const only = (rule: string, allowed: RegExp): [string, boolean] => [
    rule,
    types.every((each) => allowed.test(each)),
  ];
  const rules: [rule: string, holds: boolean][] = [
    ['7.1-5: a type of the standard', STANDARD.test(type)],
    ['7.3-1: an alternative text', type !== 'Figure' || /\/Alt (?:\(.|<[0-9A-F])/.test(text)],
  ];
  if (type === 'Table')
    rules.push(
      only('7.2-3: rows and a caption', /^(?:TR|THead|TBody|TFoot|Caption)$/),
      ['7.2-16, 7.2-39: one caption, first or last', !types.slice(1, -1).includes('Caption')],
      ['7.2-41 to 7.2-43: as many cells in each row', new Set(widths({ type, kids, text })).size <= 1],
    );
  if (type === 'TR') rules.push(['7.2-4: in a table', parent === 'Table'], only('7.2-10: cells', /^T[HD]$/));
  if (type === 'TH' || type === 'TD') rules.push(['7.2-8, 7.2-9: in a row', parent === 'TR']);
  if (type === 'TH')
    rules.push(['7.5-1: the scope of a header', /\/Scope \/(?:Row|Column|Both)\b/.test(text)]);
  if (type === 'TD') {
    const named = [...(/\/Headers \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/\((\w+)\)/g)];
    rules.push(['7.5-2: headers that are there', named.every(([, id = '']) => ids.has(id))]);
  }
  if (type === 'L')
    rules.push(only('7.2-19: items and a caption', /^(?:L|LI|Caption)$/), [
      '7.2-40: its caption first',
      !types.slice(1).includes('Caption'),
    ]);
  if (type === 'LI')
    rules.push(['7.2-17: in a list', parent === 'L'], only('7.2-20: a label and a body', /^L(?:bl|Body)$/));
  if (type === 'LBody') rules.push(['7.2-18: in an item', parent === 'LI']);
  return [
    ...rules.filter(([, holds]) => !holds).map(([rule]) => `${type} in ${parent}: ${rule}`),
    ...kids.flatMap((kid) => tagFaults(kid, type, ids)),
  ];
}

/** Each rule of PDF/UA-1 that a PDF of the browser breaks, with the place. */
export function uaFaults(file: string): string[] {
  const pdf = readFileSync(file, 'latin1');
  const objects = new Map(
    [...pdf.matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj(?=\n)/g)].map(([, number, text = '']) => [
      Number(number),
      text,
    ]),
  );
  const all = [...objects.values()];
  const dictionaries = all.map((text) => text.split('stream\n')[0] ?? '');
  const reference = (text: string, name: string): string =>
    objects.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1])) ?? '';
  const streamOf = (text: string): string => {
    const [, bytes = ''] = /stream\n([\s\S]*)\nendstream$/.exec(text) ?? [];
    return /^[^>]*\/Filter \/FlateDecode/.test(text)
      ? Buffer.from(unzlibSync(Buffer.from(bytes, 'latin1'))).toString('latin1')
      : bytes;
  };
  const catalog = all.find((text) => text.includes('/Type /Catalog\n')) ?? '';
  const xmp = streamOf(reference(catalog, 'Metadata'));
  const pages = all.filter((text) => text.includes('/Type /Page\n'));
  const links = dictionaries.filter((text) => /\/Subtype \/Link\n/.test(text));
  const fonts = dictionaries.filter((text) => /\/Subtype \/Type0\n/.test(text));

  const tagOf = (number: number): Tag[] => {
    const text = objects.get(number) ?? '';
    const [, type] = /^<<\/Type \/StructElem\n\/S \/(\w+)/.exec(text) ?? [];
    if (type === undefined) return [];
    const [, several, one] = /\n\/K (?:\[([\s\S]*?)\](?=>>|\n)|(\d+ 0 R))/.exec(text) ?? [];
    const kids = (several ?? one ?? '').replace(/<<[\s\S]*?>>/g, '').matchAll(/\b(\d+) 0 R/g);
    return [{ type, text, kids: [...kids].flatMap(([, kid]) => tagOf(Number(kid))) }];
  };
  const root = reference(catalog, 'StructTreeRoot');
  const [tags] = tagOf(Number(/\/K (\d+) 0 R/.exec(root)?.[1]));
  const ids = new Set(all.flatMap((text) => [...text.matchAll(/\/ID \((\w+)\)/g)].map(([, id = '']) => id)));
  const flat = (tag: Tag): Tag[] => [tag, ...tag.kids.flatMap(flat)];
  const levels = tags === undefined ? [] : flat(tags).flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []);
  /** Objects that tags of links refer to. */
  const tagged = new Set(
    all
      .filter((text) => /\/S \/Link\n/.test(text))
      .flatMap((text) =>
        [...text.matchAll(/\/Obj (\d+) 0 R/g)].map(([, number]) => objects.get(Number(number))),
      ),
  );

  const cidFonts = dictionaries.filter((text) => /\/Subtype \/CIDFont/.test(text));
  const soundWidths = (font: string): boolean => {
    const cid = objects.get(Number(/\/DescendantFonts \[(\d+)/.exec(font)?.[1])) ?? '';
    const told = dictionaryWidths(cid);
    const file = streamOf(reference(reference(cid, 'FontDescriptor'), 'FontFile2'));
    const width = fontWidth(Buffer.from(file, 'latin1'));
    return usedGlyphs(streamOf(reference(font, 'ToUnicode'))).every(
      (glyph) =>
        Math.abs((width(glyph) ?? -2) - (told.get(glyph) ?? Number(/\/DW (\d+)/.exec(cid)?.[1]))) <= 1,
    );
  };
  const maps = fonts.map((text) => streamOf(reference(text, 'ToUnicode')));

  const rules: [rule: string, holds: boolean][] = [
    ['5-1, 5-2: PDF/UA-1 in XMP', xmp.includes('<pdfuaid:part>1</pdfuaid:part>')],
    ['6.1-1: a version of PDF 1', /^%PDF-1\.[0-7]\n/.test(pdf)],
    ['6.2-1: marked', /\/MarkInfo <<[^>]*\/Marked true/.test(catalog)],
    ['7.1-4: without suspects', !catalog.includes('/Suspects true')],
    ['7.1-6, 7.1-7: no type has another meaning', !root.includes('/RoleMap')],
    ['7.1-8, 7.1-9: a title in XMP', /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(xmp)],
    ['7.1-10: the title is shown', catalog.includes('/DisplayDocTitle true')],
    ['7.1-11: tags', tags?.type === 'Document'],
    ['7.2-2, 7.2-21 to 7.2-34: a language', /\/Lang \([a-z]{2}(?:-[A-Za-z0-9]{1,8})*\)/.test(catalog)],
    [
      '7.4.2-1: no level of headings is left out',
      levels.every((level, index) => Number(level) <= Number(levels[index - 1] ?? 0) + 1),
    ],
    ['7.18.1-2, 7.18.5-2: words for each link', links.every((text) => /\/Contents \([^)]/.test(text))],
    [
      '7.18.3-1: links in the order of tags',
      pages.every((text) => !/\/Annots/.test(text) || /\/Tabs \/S\n/.test(text)),
    ],
    [
      '7.18.5-1: each link in a tag',
      all.filter((text) => /\/Subtype \/Link\n/.test(text)).every((text) => tagged.has(text)),
    ],
    [
      '7.21.3.1-1, 7.21.7-1: codes and their characters',
      fonts.every((text) => /\/Encoding \/Identity-H\n/.test(text) && /\/ToUnicode /.test(text)),
    ],
    [
      '7.21.3.2-1, 7.21.4.1-1: glyphs inside',
      cidFonts.every(
        (text) =>
          text.includes('/CIDToGIDMap /Identity') &&
          reference(text, 'FontDescriptor').includes('/FontFile2 '),
      ),
    ],
    ['7.21.4.1-2, 7.21.5-1: glyphs that are there, as wide as said', fonts.every(soundWidths)],
    [
      '7.21.7-2: characters that are some',
      // The last of a line is the character.
      maps.every((map) => !/<(?:0000|FEFF|FFFE)>\n/i.test(map)),
    ],
    [
      '7.21.8-1: no glyph that is missing',
      pages.every(
        (text) =>
          !/<(?:[0-9A-F]{4})*?0000/.test(
            streamOf(reference(text, 'Contents')).replace(/<FEFF[0-9A-F]*>/g, ''),
          ),
      ),
    ],
    [
      'absent',
      !dictionaries.some((text) =>
        /\/(?:AcroForm|OCProperties|EmbeddedFile|Encrypt|CIDSet|Subtype \/(?!Link|Type0|CIDFontType2|XML|Image|TrueType)\w+)/.test(
          text,
        ),
      ),
    ],
  ];
  return [
    ...rules.filter(([, holds]) => !holds).map(([rule]) => rule),
    ...(tags === undefined ? [] : tagFaults(tags, 'root', ids)),
    ...pages.flatMap((page) => unmarked(streamOf(reference(page, 'Contents')))),
  ];
}
