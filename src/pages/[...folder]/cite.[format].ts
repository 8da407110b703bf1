import type { APIContext, GetStaticPaths } from 'astro';
import { getCourse } from '@/course.ts';
import { pageBibtex, pageRis } from '@/lib/citations.ts';
import { withBase } from '@/lib/paths.ts';
import { citedPage, teachables, type Teachable } from '@/lib/teachables.ts';

const FORMATS = { bib: pageBibtex, ris: pageRis };
type Format = keyof typeof FORMATS;

interface Props {
  piece: Teachable;
  format: Format;
}

export const getStaticPaths: GetStaticPaths = async () =>
  teachables(await getCourse()).flatMap((piece) =>
    (Object.keys(FORMATS) as Format[]).map((format) => ({
      params: { folder: piece.folder.slice(1, -1), format },
      props: { piece, format } satisfies Props,
    })),
  );

/** The citation of a lesson, concept, comparison, figure or question as a file for reference managers. */
export function GET({ props: { piece, format }, site }: APIContext<Props>): Response {
  const absolute = (path: string) => new URL(withBase(import.meta.env.BASE_URL, path), site).href;
  return new Response(FORMATS[format](citedPage(piece, absolute)));
}
