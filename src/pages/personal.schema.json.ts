import type { APIContext } from 'astro';
import { toJSONSchema } from 'zod/mini';
import { fileSchema } from '@/storage/file.ts';
import { SITE_NAME } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** The form of an exported file of personal data, as JSON Schema, made of what an import is checked by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json({
    $id: absolute('/personal.schema.json', site),
    title: `${SITE_NAME}: personal data`,
    ...toJSONSchema(fileSchema),
  });
