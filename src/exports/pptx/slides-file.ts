import PptxGenJS from 'pptxgenjs';
import { sideToken } from '../../course/sides.ts';
import { cachedPng, renderPng } from '../../figures/png.ts';
import { LICENSE, SITE_NAME } from '../../site.ts';
import {
  columnWidths,
  SLIDE,
  TABLE,
  tableFit,
  tableWidth,
  type Deck,
  type Note,
  type Slide,
  type TextCell,
} from '../../teaching/slides/slide.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { figurePng, qrSvg } from '../drawing-file.ts';
import type { ExportContext } from '../exporter.ts';
import { BODY, color, FONT, LAYOUT, layouts, textIn, type Place } from './sheet.ts';
import { tidyPptx } from './tidy.ts';

interface Picture {
  png: Uint8Array;
  /** Width over height. */
  ratio: number;
}

/** Pictures by figure id; the QR code of the lasting link is under "qr". */
type Pictures = ReadonlyMap<string, Picture>;

type Of<Kind extends Slide['kind']> = Extract<Slide, { kind: Kind }>;

/** The colors of a cell by its tone. */
function colorsOf(tone: string | undefined): { ink: string; fill?: string } {
  switch (tone) {
    case undefined:
    case 'neither':
      return { ink: 'ink' };
    default: {
      const token = sideToken(tone);
      return { ink: token, fill: `${token}-soft` };
    }
  }
}

/** Characters above which a text below a title is set smaller. */
const LONG_TEXT = 160;

/** Smallest type size of a title, in points: still larger than the text below it. */
const SMALLEST_TITLE = 22;

/** Type size of a title, in points, so that it fits on two lines or in the space of a statement. */
function titleSize({ kind, title }: Slide): number {
  const steps: [longest: number, size: number][] =
    kind === 'statement'
      ? [
          [110, 36],
          [170, 30],
          [230, 26],
        ]
      : kind === 'cover'
        ? [
            [40, 44],
            [90, 36],
          ]
        : kind === 'text'
          ? [
              [40, 44],
              [70, 32],
              [120, 24],
            ]
          : [
              [46, 32],
              [84, 26],
            ];
  return steps.find(([longest]) => title.length <= longest)?.[1] ?? SMALLEST_TITLE;
}

function addPicture(to: PptxGenJS.Slide, { png, ratio }: Picture, altText: string, room: Place): void {
  const w = Math.min(room.w, room.h * ratio);
  const h = w / ratio;
  to.addImage({
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    altText,
    x: room.x + (room.w - w) / 2,
    y: room.y + (room.h - h) / 2,
    w,
    h,
  });
}

function picture(pictures: Pictures, id: string): Picture {
  const found = pictures.get(id);
  if (found === undefined) throw new Error(`No picture "${id}" was drawn for the slides.`);
  return found;
}

function cellOf({ text, tone }: TextCell, index: number, header: boolean): PptxGenJS.TableCell {
  const { ink, fill } = colorsOf(tone);
  return {
    text,
    options: {
      bold: header || index === 0 || tone !== undefined,
      color: color(ink),
      ...(fill === undefined ? {} : { fill: { color: color(fill) } }),
      border: [
        { type: 'none' },
        { type: 'none' },
        { type: 'solid', pt: header ? 1.5 : 0.75, color: color(header ? 'ink' : 'line') },
        { type: 'none' },
      ],
    },
  };
}

function addTable(to: PptxGenJS.Slide, { columns, rows, caption }: Of<'table'>): void {
  const texts = [columns, ...rows].map((row) => row.map(({ text }) => text));
  to.addTable(
    [
      columns.map((cell, index) => cellOf(cell, index, true)),
      ...rows.map((row) => row.map((cell, index) => cellOf(cell, index, false))),
    ],
    {
      x: BODY.x,
      y: TABLE.top,
      w: tableWidth,
      colW: columnWidths(texts),
      margin: [0.08, 0.12, 0.08, 0.12],
      fontFace: FONT.text,
      fontSize: tableFit(texts).size,
      color: color('ink'),
      valign: 'top',
      objectName: caption === '' ? 'Table' : caption,
    },
  );
}

function addPoints(to: PptxGenJS.Slide, { points, from }: Of<'points'>): void {
  const bullet: NonNullable<PptxGenJS.TextPropsOptions['bullet']> =
    from === undefined
      ? { characterCode: '2013', indent: 20 }
      : from === 'letters'
        ? // The library reads the older name of this option alone.
          { type: 'number', style: 'alphaUcPeriod', indent: 30 }
        : { type: 'number', numberStartAt: from, indent: 30 };
  const dense = points.join(' ').length > 420 || points.length > 6;
  to.addText(
    points.map((text, index) => ({
      text,
      options: {
        bullet,
        breakLine: index < points.length - 1,
        paraSpaceAfter: dense ? 8 : 14,
        fontSize: dense ? 20 : 24,
      },
    })),
    { placeholder: 'body' },
  );
}

function addIfThen(to: PptxGenJS.Slide, slide: Of<'if-then'>): void {
  const strong = { bold: true, color: color('muted') };
  to.addText(
    [
      { text: 'If ', options: strong },
      { text: `${slide.if},`, options: { breakLine: true } },
      { text: 'then ', options: strong },
      { text: `${slide.then}.` },
    ],
    { ...textIn({ ...BODY, w: 11, h: 3.6 }, 30), paraSpaceAfter: 18 },
  );
}

function addLast(to: PptxGenJS.Slide, { address, credit }: Of<'last'>, pictures: Pictures): void {
  addPicture(to, picture(pictures, 'qr'), `QR code of ${address}`, { ...BODY, w: 3.8, h: 3.8 });
  const beside = { x: BODY.x + 4.3, w: BODY.w - 4.3 };
  to.addText([{ text: address.replace(/^https?:\/\//, ''), options: { hyperlink: { url: address } } }], {
    ...textIn({ ...beside, y: BODY.y + 0.3, h: 1.6 }, 28, 'ink', 'middle'),
    bold: true,
  });
  to.addText(credit, textIn({ ...beside, y: BODY.y + 2.1, h: 1.4 }, 16, 'muted'));
}

/** The speaker notes as one text: the label of each part, then its text. */
const notesText = (notes: readonly Note[]): string =>
  notes
    .map(({ label, lines }) =>
      [label.toUpperCase(), ...(lines.length === 1 ? lines : lines.map((line) => `- ${line}`))].join('\n'),
    )
    .join('\n\n');

function drawSlide(file: PptxGenJS, slide: Slide, pictures: Pictures): void {
  const to = file.addSlide({ masterName: LAYOUT[slide.kind] });
  // As a separate run, because the placeholder's font size would override that of plain text.
  to.addText([{ text: slide.title, options: { fontSize: titleSize(slide) } }], { placeholder: 'title' });
  to.addText(slide.label, {
    ...textIn({ x: BODY.x, y: 0.5, w: BODY.w, h: 0.35 }, 14, 'muted', 'middle'),
    objectName: 'Label',
  });
  if (slide.notes.length > 0) to.addNotes(notesText(slide.notes));
  switch (slide.kind) {
    case 'cover':
      to.addText(slide.summary, { placeholder: 'body' });
      break;
    case 'text':
      to.addText([{ text: slide.text, options: { fontSize: slide.text.length > LONG_TEXT ? 24 : 30 } }], {
        placeholder: 'body',
      });
      break;
    case 'statement':
      if (slide.text !== undefined)
        to.addText(slide.text, textIn({ x: BODY.x, y: 5.1, w: 10.6, h: 1.2 }, 20, 'muted'));
      break;
    case 'points':
      addPoints(to, slide);
      break;
    case 'table':
      addTable(to, slide);
      break;
    case 'figure':
      addPicture(to, picture(pictures, slide.picture.figure), slide.picture.alt, {
        ...BODY,
        y: 1.6,
        h: 5,
      });
      break;
    case 'if-then':
      addIfThen(to, slide);
      break;
    case 'last':
      addLast(to, slide, pictures);
      break;
  }
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

/** A deck as a PowerPoint file: real text, real tables, notes for the speaker. */
export async function slidesFile(deck: Deck, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PptxGenJS();
  file.defineLayout({ name: 'WIDE', width: SLIDE.width, height: SLIDE.height });
  file.layout = 'WIDE';
  file.theme = { headFontFace: FONT.title, bodyFontFace: FONT.text };
  file.title = deck.title;
  file.author = SITE_NAME;
  // The library does not escape this one.
  file.company = escapeHtml(SITE_NAME);
  file.subject = `${deck.about}. License: ${LICENSE.name}`;
  for (const layout of layouts(deck)) file.defineSlideMaster(layout);
  const pictures = await picturesOf(deck.slides, context);
  for (const slide of deck.slides) drawSlide(file, slide, pictures);
  const bytes = await file.write({ outputType: 'uint8array' });
  return tidyPptx(bytes as Uint8Array, deck.updated);
}
