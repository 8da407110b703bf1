import type { APIContext } from 'astro';
import { toJSONSchema } from 'zod';
import { indexSchema } from '@/exports/download-index.ts';
import { withBase } from '@/utils/paths.ts';
import { SITE_NAME } from '@/site.ts';

/** The JSON Schema of the index of downloads. */
export const GET = ({ site }: APIContext): Response =>
  Response.json({
    $id: new URL(withBase(import.meta.env.BASE_URL, '/downloads.schema.json'), site).href,
    title: `${SITE_NAME}: downloads`,
    ...toJSONSchema(indexSchema),
  });
