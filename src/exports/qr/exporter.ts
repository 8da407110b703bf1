import type { Shareable } from '../../teaching/share/shareables.ts';
import { lastingPath } from '../../course/short-link-lock.ts';
import type { ContentExporter, ExportContext } from '../exporter.ts';
import { ofEveryPiece } from '../pieces.ts';

const lastingAddress = (piece: Shareable, { absolute }: ExportContext): string =>
  absolute(lastingPath(piece));

export const qrCode: ContentExporter = {
  id: 'qr-svg',
  label: 'QR code (SVG)',
  type: 'image/svg+xml',
  shown: true,
  list: (course) =>
    ofEveryPiece(course, 'qr.svg', async (piece, context) => {
      const { qrSvg } = await import('./qr-code.ts');
      return qrSvg(lastingAddress(piece, context));
    }),
};

export const qrPicture: ContentExporter = {
  id: 'qr-png',
  label: 'QR code (PNG)',
  type: 'image/png',
  shown: true,
  list: (course) =>
    ofEveryPiece(course, 'qr.png', async (piece, context) => {
      const { qrPng } = await import('./qr-code.ts');
      return qrPng(lastingAddress(piece, context));
    }),
};
