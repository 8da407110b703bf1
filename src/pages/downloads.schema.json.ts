import { toJSONSchema } from 'zod';
import { indexSchema } from '@/exports/download-index.ts';
import { SITE_NAME } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** The JSON Schema of the index of downloads. */
export const GET = (): Response =>
  Response.json({
    $id: absolute('/downloads.schema.json'),
    title: `${SITE_NAME}: downloads`,
    ...toJSONSchema(indexSchema),
  });
