import type { PhrasingContent, RootContent, Table } from 'mdast';
import { attribution } from '../../teaching/share/shareables.ts';
import { COURSE } from '../../site.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { officeFile } from './office-file.ts';

// WordprocessingML (ISO/IEC 29500-1, section 17), as much of it as papers need. The package "docx" writes the time of
// the build and random ids into its files, so two builds would differ.

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

// The sheet is US Letter, in twentieths of a point. Tables are as wide as the text on A4, the narrower sheet, so a document
// set on A4 keeps everything in its margins.
const MARGIN = 1_134;
const WIDTH = 11_906 - 2 * MARGIN;

const border = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="1" w:color="495563"/>`;

/** A paragraph style: its size in half points, its properties, and those of its words. */
const style = (id: string, name: string, size: number, paragraph: string, words = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/><w:pPr>${paragraph}</w:pPr><w:rPr>${words}<w:sz w:val="${size}"/></w:rPr></w:style>`;

const STYLES = `<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:lang w:val="${COURSE.language}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
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
          const place = node.data?.letters === true ? String.fromCharCode(65 + index) : index + 1;
          const mark = checked === false ? '☐ ' : node.ordered === true ? `${place}. ` : '• ';
          return children.map((child, line) =>
            child.type === 'paragraph'
              ? paragraph('Item', (line === 0 ? run(mark) : '') + runs(child.children))
              : blockOf(child),
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
  const type = 'wordprocessingml';
  return officeFile(
    [
      {
        name: 'word/document.xml',
        content: `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
        type: `${type}.document.main`,
        links: [['styles', 'styles', 'styles.xml']],
      },
      { name: 'word/styles.xml', content: STYLES, type: `${type}.styles` },
    ],
    { title, date },
  );
}
