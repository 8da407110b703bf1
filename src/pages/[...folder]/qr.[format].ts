import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course.ts';
import { keptPng, renderPng } from '@/figures/png.ts';
import { withBase } from '@/lib/paths.ts';
import { qrSvg } from '@/lib/qr-code.ts';
import { teachables, type Teachable } from '@/lib/teachables.ts';
import { lastingPath } from '@/short-links.ts';

/** Pixels across: sharp at half the height of a slide. */
const PNG_WIDTH = 1000;

export const getStaticPaths: GetStaticPaths = async () =>
  teachables(await getCourse()).flatMap((piece) =>
    ['svg', 'png'].map((format) => ({
      params: { folder: piece.folder.slice(1, -1), format },
      props: { piece },
    })),
  );

/** The lasting link of a piece as a QR code, for a slide or a handout. */
export const GET: APIRoute<{ piece: Teachable }> = async ({ props: { piece }, params, site }) => {
  const svg = qrSvg(new URL(withBase(import.meta.env.BASE_URL, lastingPath(piece)), site).href);
  if (params['format'] === 'svg') return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  const png = await keptPng(`${PNG_WIDTH} ${svg}`, () => renderPng(svg, PNG_WIDTH));
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
