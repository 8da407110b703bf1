import { toJSONSchema } from 'zod/mini';
import { fileSchema } from '@/lib/personal/file.ts';

/** The form of an exported file of personal data, as JSON Schema, made of what an import is checked by. */
export function GET(): Response {
  return Response.json({ title: 'Blueprint & Build: personal data', ...toJSONSchema(fileSchema) });
}
