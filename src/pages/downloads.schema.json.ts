import { toJSONSchema } from 'zod';
import { indexSchema } from '@/exporters/download-index.ts';

/** The form of the index of downloads, as JSON Schema, made of what the tests check it by. */
export function GET(): Response {
  return Response.json({ title: 'Blueprint & Build: downloads', ...toJSONSchema(indexSchema) });
}
