import type { APIContext } from 'astro';
import { courseFileJsonSchema } from '@/exports/course-json/schema.ts';
import { withBase } from '@/utils/paths.ts';

/** The form of /course.json as JSON Schema, made of the schemas that the content is checked by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json(
    courseFileJsonSchema(new URL(withBase(import.meta.env.BASE_URL, '/course.schema.json'), site).href),
  );
