import { squaresPng } from '../../figures/png-file.ts';
import { qrModules, qrSvg } from './qr-code.ts';
import type { Shareable } from '../../teaching/share/shareables.ts';
import { lastingPath } from '../../course/short-link-lock.ts';
import type { ContentExporter, ExportContext } from '../exporter.ts';
import { ofEveryPiece } from '../pieces.ts';

/** Pixels of a module: about a thousand across, sharp at half the height of a slide. */
const MODULE_PIXELS = 24;

const lastingAddress = (piece: Shareable, { absolute }: ExportContext): string =>
  absolute(lastingPath(piece));

/** The lasting link of a piece as a QR code. */
export const qrOf = (piece: Shareable, context: ExportContext): string =>
  qrSvg(lastingAddress(piece, context));

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
    ofEveryPiece(course, 'qr.png', (piece, context) =>
      squaresPng(qrModules(lastingAddress(piece, context)), MODULE_PIXELS),
    ),
};
