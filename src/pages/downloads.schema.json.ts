import type { APIContext } from 'astro';
import { toJSONSchema } from 'zod';
import { indexSchema } from '@/exports/download-index.ts';
import { SITE_NAME } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** The form of the index of downloads, as JSON Schema, made of what the tests check it by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json({
    $id: absolute('/downloads.schema.json', site),
    title: `${SITE_NAME}: downloads`,
    ...toJSONSchema(indexSchema),
  });
