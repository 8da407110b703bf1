import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course.ts';
import { resolveTokens } from '@/figures/file.ts';
import css from '@/figures/figures.css?raw';
import { paper, printedPng, type Paper } from '@/figures/png-file.ts';
import { keptPng, renderPixels } from '@/figures/png.ts';
import { CARD, cardSheet, cardWords, WORDS, type CardText } from '@/figures/social-card.ts';
import { socialImages } from '@/lib/social-images.ts';
import tokens from '@/styles/tokens.css?raw';

export const getStaticPaths: GetStaticPaths = async () =>
  socialImages(await getCourse()).map(({ name, ...props }) => ({ params: { page: name }, props }));

const style = resolveTokens(css, tokens);
const sheet = cardSheet(style);
let drawnSheet: Promise<Paper> | undefined;

/** The picture that other sites show for a page. The sheet below the words is drawn once for all pages. */
export const GET: APIRoute<CardText> = async ({ props }) => {
  const words = cardWords(props, style);
  const png = await keptPng(sheet + words, async () => {
    drawnSheet ??= renderPixels(sheet, CARD.width).then(paper);
    return printedPng(await drawnSheet, await renderPixels(words, WORDS.width), WORDS);
  });
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
