import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course.ts';
import { resolveTokens, standaloneSvg } from '@/figures/file.ts';
import css from '@/figures/figures.css?raw';
import { drawFigure } from '@/figures/figures.ts';
import { keptPng, renderPng } from '@/figures/png.ts';
import type { Figure } from '@/lib/course-types.ts';
import { withBase } from '@/lib/paths.ts';
import tokens from '@/styles/tokens.css?raw';

/** Pixels across a slide. */
const PNG_WIDTH = 1920;

export const getStaticPaths: GetStaticPaths = async () => {
  const { figures } = await getCourse();
  return figures.flatMap((figure) =>
    ['svg', 'png'].map((format) => ({ params: { id: figure.id, format }, props: { figure } })),
  );
};

/** A figure as a file for slides, with its credit. */
export const GET: APIRoute<{ figure: Figure }> = async ({ props: { figure }, params, site }) => {
  const link = (path: string): string => withBase(import.meta.env.BASE_URL, path);
  const svg = standaloneSvg(drawFigure(figure, await getCourse(), link), resolveTokens(css, tokens), {
    title: figure.title,
    description: figure.alt,
    credit: [`${figure.title}. Blueprint & Build, CC BY 4.0.`, new URL(link(figure.path), site).href],
  });
  if (params['format'] === 'svg') return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  const png = await keptPng(`${PNG_WIDTH} ${svg}`, () => renderPng(svg, PNG_WIDTH));
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
