import type { ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { attribution } from '../../teaching/share/shareables.ts';
import { COURSE, SITE_NAME } from '../../site.ts';
import { isoDay } from '../../utils/dates.ts';
import { element, inlineElement, xmlDocument, type Content, type Markup } from '../../utils/xml.ts';
import { zip } from '../../utils/zip.ts';

// WordprocessingML (ISO/IEC 29500-1, section 17), as much of it as papers need. The package "docx" writes the time of
// the build and random ids into its files, so two builds would differ.

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const w = (name: string, attributes: Readonly<Record<string, string>> = {}, ...children: Content[]): Markup =>
  inlineElement(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`w:${key}`, value])),
    ...children,
  );
const value = (name: string, val: string): Markup => w(name, { val });

/** Words of one style within a paragraph. */
const run = (text: string, bold = false): Markup =>
  w(
    'r',
    {},
    ...(bold ? [w('rPr', {}, w('b'))] : []),
    inlineElement('w:t', { 'xml:space': 'preserve' }, text),
  );

function runs(nodes: readonly PhrasingContent[], bold = false): Markup[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [run(node.value, bold)];
    return 'children' in node ? runs(node.children, bold || node.type === 'strong') : [];
  });
}

const paragraph = (style: string, ...content: Markup[]): Markup =>
  w('p', {}, w('pPr', {}, value('pStyle', style)), ...content);

const border = (name: string): Markup => w(name, { val: 'single', sz: '4', space: '1', color: '495563' });

function tableOf({ children: rows }: Table): Markup {
  const columns = rows[0]?.children.length ?? 1;
  const width = String(Math.floor(WIDTH / columns));
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      w('tblW', { w: String(WIDTH), type: 'dxa' }),
      w('tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      w('tblLayout', { type: 'fixed' }),
    ),
    w('tblGrid', {}, ...Array.from({ length: columns }, () => w('gridCol', { w: width }))),
    ...rows.map(({ children: cells }, index) =>
      w(
        'tr',
        {},
        w(
          'trPr',
          {},
          w('cantSplit'),
          w('trHeight', { val: '480' }),
          ...(index === 0 ? [w('tblHeader')] : []),
        ),
        ...cells.map((cell) =>
          w(
            'tc',
            {},
            w('tcPr', {}, w('tcW', { w: width, type: 'dxa' })),
            paragraph('Cell', ...runs(cell.children, index === 0)),
          ),
        ),
      ),
    ),
  );
}

/** Width of the text in twentieths of a point: A4 with margins of 2 cm. */
const WIDTH = 9_638;

const itemOf = ({ checked, children }: ListItem): Markup[] =>
  children.flatMap((child) =>
    child.type === 'paragraph'
      ? [paragraph('Item', run(checked === false ? '☐ ' : '• '), ...runs(child.children))]
      : [],
  );

function blockOf(node: RootContent): Markup[] {
  switch (node.type) {
    case 'heading':
      return [paragraph(`Heading${node.depth}`, ...runs(node.children))];
    case 'paragraph':
      return [paragraph('Normal', ...runs(node.children))];
    case 'list':
      return node.children.flatMap(itemOf);
    case 'table':
      return [tableOf(node)];
    case 'thematicBreak':
      return [paragraph('Line')];
    default:
      throw new Error(`A document has no form for "${node.type}".`);
  }
}

/** A paragraph style: its size in half points, and the space around it in twentieths of a point. */
const style = (
  id: string,
  name: string,
  size: number,
  spacing: Record<string, string>,
  ...more: Markup[]
): Markup =>
  w(
    'style',
    { type: 'paragraph', styleId: id, ...(id === 'Normal' ? { default: '1' } : {}) },
    value('name', name),
    w(
      'pPr',
      {},
      ...more,
      w('spacing', spacing),
      ...(id === 'Item' ? [w('ind', { left: '340', hanging: '340' })] : []),
    ),
    w('rPr', {}, ...(id.startsWith('Heading') || id === 'Title' ? [w('b')] : []), value('sz', String(size))),
  );

const STYLES = w(
  'styles',
  {},
  w(
    'docDefaults',
    {},
    w(
      'rPrDefault',
      {},
      w(
        'rPr',
        {},
        w('rFonts', { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial' }),
        value('lang', COURSE.language),
      ),
    ),
  ),
  style('Normal', 'Normal', 21, { after: '100' }),
  style('Title', 'Title', 36, { after: '120' }),
  style('Heading2', 'heading 2', 24, { before: '240', after: '80' }, w('keepNext')),
  style('Item', 'List', 21, { after: '60' }),
  style('Cell', 'Cell', 20, { before: '40', after: '40' }),
  style(
    'Line',
    'Writing line',
    21,
    { before: '240', after: '0' },
    w('pBdr', {}, border('bottom'), border('between')),
  ),
  style('Credit', 'Credit', 16, { before: '360', after: '0' }),
);

/** The root element of a part with its namespace. */
const root = (of: Markup): string =>
  xmlDocument({ markup: of.markup.replace(/^<w:\w+/, (start) => `${start} xmlns:w="${WORD}"`) });

const relationships = (...targets: [id: string, type: string, target: string][]): string =>
  xmlDocument(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...targets.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
    ),
  );

const part = (PartName: string, type: string): Markup =>
  element('Override', { PartName, ContentType: `application/vnd.openxmlformats-${type}+xml` });

interface DocxFile {
  title: string;
  blocks: readonly RootContent[];
  /** The lasting address of its page. */
  lasting: string;
  date: Date;
}

/** A paper as a Word document: headings, lines, tables with header rows, boxes. */
export function docxFile({ title, blocks, lasting, date }: DocxFile): Uint8Array<ArrayBuffer> {
  const body = w(
    'body',
    {},
    paragraph('Title', run(title)),
    ...blocks.flatMap(blockOf),
    paragraph('Credit', run(attribution(title, lasting))),
    w(
      'sectPr',
      {},
      w('pgSz', { w: '11906', h: '16838' }),
      w('pgMar', {
        top: '1134',
        right: '1134',
        bottom: '1134',
        left: '1134',
        header: '567',
        footer: '567',
        gutter: '0',
      }),
    ),
  );
  const day = (name: string): Markup =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${isoDay(date)}T00:00:00Z`);
  return zip(
    [
      [
        '[Content_Types].xml',
        xmlDocument(
          element(
            'Types',
            { xmlns: `${PACKAGE}/content-types` },
            element('Default', {
              Extension: 'rels',
              ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
            }),
            part('/word/document.xml', 'officedocument.wordprocessingml.document.main'),
            part('/word/styles.xml', 'officedocument.wordprocessingml.styles'),
            part('/docProps/core.xml', 'package.core-properties'),
          ),
        ),
      ],
      [
        '_rels/.rels',
        relationships(
          ['r1', `${OFFICE}/officeDocument`, 'word/document.xml'],
          ['r2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ),
      ],
      ['word/_rels/document.xml.rels', relationships(['r1', `${OFFICE}/styles`, 'styles.xml'])],
      ['word/document.xml', root(w('document', {}, body))],
      ['word/styles.xml', root(STYLES)],
      [
        'docProps/core.xml',
        xmlDocument(
          element(
            'cp:coreProperties',
            {
              'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
              'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
              'xmlns:dcterms': 'http://purl.org/dc/terms/',
              'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
            },
            element('dc:title', {}, title),
            element('dc:creator', {}, SITE_NAME),
            element('dc:language', {}, COURSE.language),
            day('created'),
            day('modified'),
          ),
        ),
      ],
    ],
    date,
  );
}
