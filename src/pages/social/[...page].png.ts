import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course.ts';
import { resolveTokens } from '@/figures/file.ts';
import css from '@/figures/figures.css?raw';
import { renderPng } from '@/figures/png.ts';
import { CARD, socialCard, type CardText } from '@/figures/social-card.ts';
import { socialImages } from '@/lib/social-images.ts';
import tokens from '@/styles/tokens.css?raw';

export const getStaticPaths: GetStaticPaths = async () =>
  socialImages(await getCourse()).map(({ name, ...props }) => ({ params: { page: name }, props }));

/** The picture that other sites show for a page. */
export const GET: APIRoute<CardText> = async ({ props }) =>
  new Response(await renderPng(socialCard(props, resolveTokens(css, tokens)), CARD.width), {
    headers: { 'Content-Type': 'image/png' },
  });
