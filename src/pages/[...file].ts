import type { APIRoute, GetStaticPaths } from 'astro';
import { handOver } from '@/build/hand-over.ts';
import { getCourse, getEditions } from '@/course/get-course.ts';
import { downloads } from '@/exports/downloads.ts';
import { addressesOf, type ContentDownload } from '@/exports/exporter.ts';
import { courseScene } from '@/figures/figures.ts';
import { absolute } from '@/utils/url.ts';

interface Props extends Record<string, unknown> {
  download: ContentDownload & { type: string };
}

export const getStaticPaths: GetStaticPaths = async () => {
  const course = await getCourse();
  const { all, fromContent } = downloads(course);
  // The others are made from built pages.
  handOver({ downloads: all, scene: courseScene() });
  return fromContent.map((download) => ({ params: { file: download.path.slice(1) }, props: { download } }));
};

/** Serves every file generated from the content. */
export const GET: APIRoute<Props> = async ({ props: { download } }) => {
  const [edition] = await getEditions();
  const content = await download.make({
    course: await getCourse(),
    edition,
    ...addressesOf(absolute),
  });
  return new Response(content, { headers: { 'Content-Type': download.type } });
};
