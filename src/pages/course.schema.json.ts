import type { APIContext } from 'astro';
import { courseFileJsonSchema } from '@/lib/course-file/schema.ts';
import { withBase } from '@/lib/paths.ts';

/** The form of /course.json as JSON Schema, made of the schemas that the content is checked by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json(
    courseFileJsonSchema(new URL(withBase(import.meta.env.BASE_URL, '/course.schema.json'), site).href),
  );
