import PptxGenJS from 'pptxgenjs';
import { cachedPng, renderPng } from '../../figures/png.ts';
import { qrSvg } from '../qr-code.ts';
import { SLIDE, type Deck, type Slide } from '../../teaching/slides/slide.ts';
import type { ExportContext } from '../exporter.ts';
import { figurePng } from '../drawing-file.ts';
import { drawSlide, type Picture } from './draw.ts';
import { FONT, layouts } from './sheet.ts';
import { tidyPptx } from './tidy.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { LICENSE, SITE_NAME } from '../../site.ts';

/** Width of the QR code on the last slide, in pixels. */
const QR_WIDTH = 800;

/** A picture with its aspect ratio; width and height are at fixed offsets in a PNG. */
function pictureOf(png: Uint8Array): Picture {
  const header = new DataView(png.buffer, png.byteOffset, 24);
  return { png, ratio: header.getUint32(16) / header.getUint32(20) };
}

async function picturesOf(slides: readonly Slide[], context: ExportContext): Promise<Map<string, Picture>> {
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
