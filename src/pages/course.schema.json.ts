import type { APIContext } from 'astro';
import { courseFileJsonSchema } from '@/exports/course-json/schema.ts';
import { absolute } from '@/utils/url.ts';

/** The form of /course.json as JSON Schema, made of the schemas that the content is checked by. */
export const GET = ({ site }: APIContext): Response =>
  Response.json(courseFileJsonSchema(absolute('/course.schema.json', site)));
