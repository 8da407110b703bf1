import type { PhrasingContent, RootContent, Table } from 'mdast';
import { attribution } from '../../teaching/share/shareables.ts';
import { COURSE, SITE_NAME } from '../../site.ts';
import { isoDay } from '../../utils/dates.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { zip } from '../../utils/zip.ts';

// WordprocessingML (ISO/IEC 29500-1, section 17), as much of it as papers need. The package "docx" writes the time of
// the build and random ids into its files, so two builds would differ.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats';

// The sheet is US Letter, in twentieths of a point. Tables are as wide as the text on A4, the narrower sheet, so a document
// set on A4 keeps everything in its margins.
const MARGIN = 1_134;
const WIDTH = 11_906 - 2 * MARGIN;

const border = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="1" w:color="495563"/>`;

/** A paragraph style: its size in half points, its properties, and those of its words. */
const style = (id: string, name: string, size: number, paragraph: string, words = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/><w:pPr>${paragraph}</w:pPr><w:rPr>${words}<w:sz w:val="${size}"/></w:rPr></w:style>`;

const STYLES = `${HEAD}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:lang w:val="${COURSE.language}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', 21, '<w:spacing w:after="100"/>'),
  style('Title', 'Title', 36, '<w:spacing w:after="120"/>', '<w:b/>'),
  style('Heading2', 'heading 2', 24, '<w:keepNext/><w:spacing w:before="240" w:after="80"/>', '<w:b/>'),
  style('Heading3', 'heading 3', 22, '<w:keepNext/><w:spacing w:before="200" w:after="60"/>', '<w:b/>'),
  style('Heading4', 'heading 4', 21, '<w:keepNext/><w:spacing w:before="160" w:after="60"/>', '<w:b/>'),
  style('Quote', 'Quote', 21, '<w:spacing w:after="100"/><w:ind w:left="340"/>'),
  style('Item', 'List', 21, '<w:spacing w:after="60"/><w:ind w:left="340" w:hanging="340"/>'),
  style('Cell', 'Cell', 20, '<w:spacing w:before="40" w:after="40"/>'),
  // Word draws one line below several paragraphs with the same border; "between" draws the others.
  style(
    'Line',
    'Writing line',
    21,
    `<w:pBdr>${border('bottom')}${border('between')}</w:pBdr><w:spacing w:before="240" w:after="0"/>`,
  ),
  style('Credit', 'Credit', 16, '<w:spacing w:before="360" w:after="0"/>'),
].join('')}</w:styles>`;

/** Words of one style within a paragraph. */
const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`;

const runs = (nodes: readonly PhrasingContent[], bold = false): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return run(node.value, bold);
      if (node.type === 'image') return run(node.alt ?? '', bold);
      if (node.type === 'link')
        return `<w:fldSimple w:instr=" HYPERLINK &quot;${escapeHtml(node.url)}&quot; ">${runs(node.children, bold)}</w:fldSimple>`;
      return 'children' in node ? runs(node.children, bold || node.type === 'strong') : '';
    })
    .join('');

const paragraph = (name: string, content = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${content}</w:p>`;

function tableOf({ children: rows }: Table): string {
  const columns = rows[0]?.children.length ?? 1;
  const width = Math.floor(WIDTH / columns);
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const written = rows.map(({ children: cells }, index) => {
    const isHead = index === 0;
    const content = cells.map(
      (cell) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('Cell', runs(cell.children, isHead))}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="480"/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${content.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${written.join('')}</w:tbl>`;
}

/** @param words style of paragraphs */
function blockOf(node: RootContent, words = 'Normal'): string {
  switch (node.type) {
    case 'heading':
      return paragraph(`Heading${node.depth}`, runs(node.children));
    case 'paragraph':
      return paragraph(words, runs(node.children));
    case 'list':
      return node.children
        .flatMap(({ checked, children }, index) => {
          const mark = checked === false ? '☐ ' : node.ordered === true ? `${index + 1}. ` : '• ';
          return children.map((child) =>
            child.type === 'paragraph' ? paragraph('Item', run(mark) + runs(child.children)) : '',
          );
        })
        .join('');
    case 'blockquote':
      return node.children.map((child) => blockOf(child, 'Quote')).join('');
    case 'table':
      return tableOf(node);
    case 'thematicBreak':
      return paragraph('Line');
    default:
      throw new Error(`A document has no form for "${node.type}".`);
  }
}

interface DocxFile {
  title: string;
  blocks: readonly RootContent[];
  /** The lasting address of its page. */
  lasting: string;
  date: Date;
}

/** A text as a Word document: headings, lines, tables with header rows, boxes. */
export function docxFile({ title, blocks, lasting, date }: DocxFile): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph('Title', run(title)),
    ...blocks.map((block) => blockOf(block)),
    paragraph('Credit', run(attribution(title, lasting))),
    `<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar ${['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${MARGIN}"`).join(' ')} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`,
  ].join('');
  const day = `xsi:type="dcterms:W3CDTF">${isoDay(date)}T00:00:00Z<`;
  return zip(
    [
      [
        '[Content_Types].xml',
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${TYPE}-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="${TYPE}-package.core-properties+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      ],
      ['word/document.xml', `${HEAD}<w:document ${WORD}><w:body>${body}</w:body></w:document>`],
      ['word/styles.xml', STYLES],
      [
        'docProps/core.xml',
        `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(SITE_NAME)}</dc:creator><dc:language>${COURSE.language}</dc:language><dcterms:created ${day}/dcterms:created><dcterms:modified ${day}/dcterms:modified></cp:coreProperties>`,
      ],
    ],
    date,
  );
}
