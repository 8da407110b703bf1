import type { APIContext } from 'astro';
import { toJSONSchema } from 'zod/mini';
import { withBase } from '@/utils/paths.ts';
import { fileSchema } from '@/practice/personal-file.ts';
import { SITE_NAME } from '@/site.ts';

/** The JSON Schema of an exported file of personal data. */
export const GET = ({ site }: APIContext): Response =>
  Response.json({
    $id: new URL(withBase(import.meta.env.BASE_URL, '/personal.schema.json'), site).href,
    title: `${SITE_NAME}: personal data`,
    ...toJSONSchema(fileSchema),
  });
