import type { APIContext } from 'astro';
import { toJSONSchema } from 'zod';
import { indexSchema } from '@/exports/download-index.ts';
import { withBase } from '@/utils/paths.ts';
import { SITE_NAME } from '@/site.ts';

/** The form of the index of downloads, as JSON Schema, made of what the tests check it by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json({
    $id: new URL(withBase(import.meta.env.BASE_URL, '/downloads.schema.json'), site).href,
    title: `${SITE_NAME}: downloads`,
    ...toJSONSchema(indexSchema),
  });
