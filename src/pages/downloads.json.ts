import type { APIContext } from 'astro';
import { getCourse } from '@/course.ts';
import { getEditions } from '@/editions.ts';
import { downloads } from '@/exporters/downloads.ts';
import type { DownloadIndex } from '@/exporters/download-index.ts';
import { withBase } from '@/lib/paths.ts';
import { LICENSE } from '@/site.ts';

/** Every file of this build that people take along; their sizes and hashes come once they are made. */
export async function GET({ site }: APIContext): Promise<Response> {
  const { all, fromPages } = downloads(await getCourse());
  const [edition] = await getEditions();
  const index: DownloadIndex = {
    $schema: new URL(withBase(import.meta.env.BASE_URL, '/downloads.schema.json'), site).href,
    license: LICENSE.spdx,
    edition: edition?.number,
    downloads: all,
    fromPages,
  };
  return Response.json(index);
}
