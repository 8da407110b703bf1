import { toJSONSchema } from 'zod/mini';
import { fileSchema } from '@/practice/personal-file.ts';
import { SITE_NAME } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** The JSON Schema of an exported file of personal data. */
export const GET = (): Response =>
  Response.json({
    $id: absolute('/personal.schema.json'),
    title: `${SITE_NAME}: personal data`,
    ...toJSONSchema(fileSchema),
  });
