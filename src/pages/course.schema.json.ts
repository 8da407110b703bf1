import type { APIContext } from 'astro';
import { courseFileJsonSchema } from '@/exports/course-json/schema.ts';
import { withBase } from '@/utils/paths.ts';

/** The JSON Schema of /course.json, generated from the content schemas. */
export const GET = ({ site }: APIContext): Response =>
  Response.json(
    courseFileJsonSchema(new URL(withBase(import.meta.env.BASE_URL, '/course.schema.json'), site).href),
  );
