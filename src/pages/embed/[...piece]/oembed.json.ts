import type { APIRoute, GetStaticPaths } from 'astro';
import { getCourse } from '@/course/get-course.ts';
import { pieceName } from '@/teaching/embeds/embed-choice.ts';
import { EMBED_HEIGHT, embedCode } from '@/teaching/embeds/embed-code.ts';
import { shareables, type Shareable } from '@/teaching/share/shareables.ts';
import { SITE_NAME } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** Pixels; a frame takes the width it is given, and the format wants a number. */
const WIDTH = 720;

interface Props {
  piece: Shareable;
}

export const getStaticPaths: GetStaticPaths = async () =>
  shareables(await getCourse()).map((piece) => ({
    params: { piece: pieceName(piece.embed) },
    props: { piece } satisfies Props,
  }));

/** What an embed is, for systems that ask a page for its oEmbed document (https://oembed.com, "rich"). */
export const GET: APIRoute<Props> = ({ props: { piece } }) => {
  const height = EMBED_HEIGHT[piece.kind];
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: piece.title,
    author_name: SITE_NAME,
    provider_name: SITE_NAME,
    provider_url: absolute('/'),
    html: embedCode({ title: piece.title, src: absolute(piece.embed), height, grows: false }),
    width: WIDTH,
    height,
  });
};
