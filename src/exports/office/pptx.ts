import { sideToken } from '../../course/sides.ts';
import { cachedPng, renderPng } from '../../figures/png.ts';
import {
  columnWidths,
  heightIn,
  sizeIn,
  TABLE,
  tableSize,
  SLIDE,
  tableWidth,
  type Deck,
  type Note,
  type Slide,
  type TextCell,
} from '../../teaching/slides/slide.ts';
import { figurePng, qrSvg } from '../drawing-file.ts';
import type { ExportContext } from '../exporter.ts';
import { BODY, layoutOf, masterParts, NOTES, PLACES, slideNumber, titleRoom } from './masters.ts';
import { officeFile, type Part } from './office-file.ts';
import {
  cell,
  emu,
  NAMESPACES,
  paragraph,
  pictureIn,
  placeholder,
  run,
  sheetOf,
  tableIn,
  textBox,
  type Ink,
  type Shape,
} from './shapes.ts';

interface Picture {
  png: Uint8Array;
  /** Width over height. */
  ratio: number;
}

/** Pictures by figure id; the QR code of the lasting link is under "qr". */
type Pictures = ReadonlyMap<string, Picture>;

type Of<Kind extends Slide['kind']> = Extract<Slide, { kind: Kind }>;

/** The colors of a cell by its tone. */
function colorsOf(tone: string | undefined): { ink: Ink; soft?: Ink } {
  const token = tone === undefined ? '' : sideToken(tone);
  return token === 'side-1' || token === 'side-2' || token === 'both'
    ? { ink: token, soft: `${token}-soft` }
    : { ink: 'ink' };
}

function cellOf({ text, tone }: TextCell, size: number, isHead: boolean, isFirst: boolean): string {
  const { ink, soft } = colorsOf(tone);
  const words = run(text, { size, ink, bold: isHead || isFirst || tone !== undefined });
  return isHead ? cell(paragraph(words), 'ink', 1.5, soft) : cell(paragraph(words), 'line', 0.75, soft);
}

function table({ columns, rows, caption }: Of<'table'>): Shape {
  const all = [columns, ...rows];
  const texts = all.map((row) => row.map(({ text }) => text));
  const size = tableSize(texts);
  return tableIn(
    caption === '' ? 'Table' : caption,
    { x: BODY.x, y: TABLE.top, w: tableWidth, h: 0.4 * all.length },
    columnWidths(texts),
    all.map((row, at) => row.map((each, column) => cellOf(each, size, at === 0, column === 0)).join('')),
  );
}

function points({ points: texts, from }: Of<'points'>): Shape {
  const bullet =
    from === undefined
      ? '<a:buChar char="–"/>'
      : from === 'letters'
        ? '<a:buAutoNum type="alphaUcPeriod"/>'
        : `<a:buAutoNum type="arabicPeriod" startAt="${from}"/>`;
  const size = sizeIn(texts, BODY, 30);
  const style = { after: size / 2, bullet, indent: from === undefined ? 0.35 : 0.5 };
  return placeholder('body', texts.map((text) => paragraph(run(text, { size }), style)).join(''));
}

function ifThen(slide: Of<'if-then'>): Shape {
  const line = (word: string, text: string): string =>
    paragraph(run(`${word} `, { size: 30, bold: true, ink: 'muted' }) + run(text, { size: 30 }), {
      after: 18,
    });
  return textBox(
    'If and then',
    { ...BODY, w: 11, h: 3.6 },
    line('If', `${slide.if},`) + line('then', `${slide.then}.`),
  );
}

function last({ address, credit }: Of<'last'>, qr: Picture): Shape[] {
  const beside = { x: BODY.x + 4.3, w: BODY.w - 4.3 };
  const shown = address.replace(/^https?:\/\//, '');
  return [
    pictureIn('picture', `QR code of ${address}`, qr.ratio, { ...BODY, w: 3.8, h: 3.8 }),
    textBox(
      'Address',
      { ...beside, y: BODY.y + 0.3, h: 1.6 },
      paragraph(run(shown, { size: 28, bold: true, link: 'address' })),
      'ctr',
    ),
    textBox(
      'Credit',
      { ...beside, y: BODY.y + 2.1, h: 1.4 },
      paragraph(run(credit, { size: 16, ink: 'muted' })),
    ),
  ];
}

function picture(pictures: Pictures, id: string): Picture {
  const found = pictures.get(id);
  if (found === undefined) throw new Error(`No picture "${id}" was drawn for the slides.`);
  return found;
}

/** What a slide has below its title. */
function content(slide: Slide, pictures: Pictures): Shape[] {
  switch (slide.kind) {
    case 'cover':
      return [placeholder('body', paragraph(run(slide.summary, { size: 22 })))];
    case 'text':
      return [
        placeholder('body', paragraph(run(slide.text, { size: sizeIn([slide.text], PLACES.text.body, 30) }))),
      ];
    case 'statement':
      return slide.text === undefined
        ? []
        : [textBox('More', PLACES.statement.body, paragraph(run(slide.text, { size: 26, ink: 'muted' })))];
    case 'points':
      return [points(slide)];
    case 'table':
      return [table(slide)];
    case 'figure': {
      const { figure, alt } = slide.picture;
      return [pictureIn('picture', alt, picture(pictures, figure).ratio, { ...BODY, y: 1.6, h: 5 })];
    }
    case 'if-then':
      return [ifThen(slide)];
    case 'last':
      return last(slide, picture(pictures, 'qr'));
  }
}

/** Type sizes of notes in points: the largest in which they are on one page when printed. */
const NOTE_SIZES = [10, 9, 8, 7];

/** A paragraph for each line of the notes: the label of each part, then its text. */
function notesText(notes: readonly Note[]): string {
  const lines = notes.flatMap(({ label, lines: texts }, index) => [
    ...(index === 0 ? [] : ['']),
    label.toUpperCase(),
    ...texts.flatMap((text) => (texts.length === 1 ? text : `- ${text}`).split('\n')),
  ]);
  const size = NOTE_SIZES.find(
    (each) => lines.reduce((sum, line) => sum + heightIn(line, NOTES.w, each), 0) <= NOTES.h - 0.1,
  );
  return (
    lines
      // LibreOffice would indent a line without it as part of an outline.
      .map((line) => paragraph(line === '' ? '' : run(line, { size: size ?? 7 }), { bullet: '<a:buNone/>' }))
      .join('')
  );
}

/** Name of the file of a picture. */
const mediaName = (id: string): string => `media/${id}.png`;

/** The parts of a slide and of its notes. */
function slideParts(slide: Slide, number: number, pictures: Pictures): Part[] {
  const used = slide.kind === 'figure' ? slide.picture.figure : slide.kind === 'last' ? 'qr' : undefined;
  const shapes = [
    placeholder(
      'title',
      paragraph(run(slide.title, { size: sizeIn([slide.title], ...titleRoom(slide.kind)) })),
    ),
    textBox(
      'Label',
      { x: BODY.x, y: 0.5, w: BODY.w, h: 0.35 },
      paragraph(run(slide.label, { size: 14, ink: 'muted' })),
      'ctr',
    ),
    ...content(slide, pictures),
    slideNumber(),
  ];
  const notes = [placeholder('sldImg', ''), placeholder('body', notesText(slide.notes))];
  return [
    {
      name: `ppt/slides/slide${number}.xml`,
      content: sheetOf('p:sld', shapes),
      type: 'presentationml.slide',
      links: [
        ['layout', 'slideLayout', `../slideLayouts/slideLayout${layoutOf(slide.kind)}.xml`],
        ['notes', 'notesSlide', `../notesSlides/notesSlide${number}.xml`],
        ...(used === undefined ? [] : [['picture', 'image', `../${mediaName(used)}`] as const]),
        ...(slide.kind === 'last' ? [['address', 'hyperlink', slide.address] as const] : []),
      ],
    },
    {
      name: `ppt/notesSlides/notesSlide${number}.xml`,
      content: sheetOf('p:notes', notes),
      type: 'presentationml.notesSlide',
      links: [
        ['master', 'notesMaster', '../notesMasters/notesMaster1.xml'],
        ['slide', 'slide', `../slides/slide${number}.xml`],
      ],
    },
  ];
}

/** Width of the QR code on the last slide, in pixels. */
const QR_WIDTH = 800;

/** A picture with its aspect ratio; width and height are at fixed offsets in a PNG. */
function pictureOf(png: Uint8Array): Picture {
  const header = new DataView(png.buffer, png.byteOffset, 24);
  return { png, ratio: header.getUint32(16) / header.getUint32(20) };
}

async function picturesOf(slides: readonly Slide[], context: ExportContext): Promise<Pictures> {
  const pictures = new Map<string, Picture>();
  for (const slide of slides) {
    if (slide.kind === 'figure') {
      const { figure } = slide.picture;
      pictures.set(figure, pictureOf(await figurePng(context.course.figure(figure), context)));
    }
    if (slide.kind === 'last') {
      const svg = qrSvg(slide.address);
      pictures.set('qr', pictureOf(await cachedPng(`${QR_WIDTH} ${svg}`, () => renderPng(svg, QR_WIDTH))));
    }
  }
  return pictures;
}

/** The part that lists the slides. */
function presentation({ slides }: Deck): Part {
  const ids = slides.map((_, index) => `slide${index + 1}`);
  return {
    name: 'ppt/presentation.xml',
    content: `<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="master"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="notes"/></p:notesMasterIdLst><p:sldIdLst>${ids.map((id, index) => `<p:sldId id="${256 + index}" r:id="${id}"/>`).join('')}</p:sldIdLst><p:sldSz cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"/><p:notesSz cx="${emu(7.5)}" cy="${emu(10)}"/></p:presentation>`,
    type: 'presentationml.presentation.main',
    links: [
      ['master', 'slideMaster', 'slideMasters/slideMaster1.xml'],
      ['notes', 'notesMaster', 'notesMasters/notesMaster1.xml'],
      ['theme', 'theme', 'theme/theme1.xml'],
      ...ids.map((id) => [id, 'slide', `slides/${id}.xml`] as const),
    ],
  };
}

/** A deck as a PowerPoint file: real text, real tables, notes for the speaker. */
export async function slidesFile(deck: Deck, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = await picturesOf(deck.slides, context);
  return officeFile(
    [
      presentation(deck),
      ...masterParts(deck),
      ...deck.slides.flatMap((slide, index) => slideParts(slide, index + 1, pictures)),
      ...[...pictures].map(([id, { png }]) => ({ name: `ppt/${mediaName(id)}`, content: png })),
    ],
    { title: deck.title, date: deck.updated },
  );
}
