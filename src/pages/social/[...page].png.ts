import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course/get-course.ts';
import { resolveTokens } from '@/figures/file.ts';
import css from '@/figures/figures.css?raw';
import { courseScene } from '@/figures/figures.ts';
import { cachedPng } from '@/figures/png.ts';
import { cardSheet, cardWords, printCard, type CardText } from '@/figures/social/social-card.ts';
import { shortLessons } from '@/utils/number-words.ts';
import { socialImages } from '@/figures/social/social-images.ts';
import { TITLE } from '@/site.ts';
import tokens from '@/styles/tokens.css?raw';

export const getStaticPaths: GetStaticPaths = async () =>
  socialImages(await getCourse()).map(({ name, ...props }) => ({ params: { page: name }, props }));

const style = resolveTokens(css, tokens);
const { lessons } = await getCourse();
const sheet = cardSheet(`${TITLE}, in ${shortLessons(lessons.length)}`, courseScene(), style);

/** The social preview image of a page. */
export const GET: APIRoute<CardText> = async ({ props }) => {
  const words = cardWords(props, style);
  const png = await cachedPng(sheet + words, () => printCard({ sheet, words }));
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
