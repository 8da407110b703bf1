import { keptPng, renderPng } from '../figures/png.ts';
import { qrSvg } from '../lib/qr-code.ts';
import type { Teachable } from '../lib/teachables.ts';
import { lastingPath } from '../short-links.ts';
import type { ContentExporter, ExportContext } from './exporter.ts';
import { ofEveryPiece } from './pieces.ts';

/** Pixels across: sharp at half the height of a slide. */
const PNG_WIDTH = 1000;

/** The lasting link of a piece as a QR code. */
export const qrOf = (piece: Teachable, { absolute }: ExportContext): string =>
  qrSvg(absolute(lastingPath(piece)));

export const qrCode: ContentExporter = {
  id: 'qr-svg',
  label: 'QR code (SVG)',
  type: 'image/svg+xml',
  shown: true,
  list: (course) => ofEveryPiece(course, 'qr.svg', qrOf),
};

export const qrPicture: ContentExporter = {
  id: 'qr-png',
  label: 'QR code (PNG)',
  type: 'image/png',
  shown: true,
  list: (course) =>
    ofEveryPiece(course, 'qr.png', (piece, context) => {
      const svg = qrOf(piece, context);
      return keptPng(`${PNG_WIDTH} ${svg}`, () => renderPng(svg, PNG_WIDTH));
    }),
};
