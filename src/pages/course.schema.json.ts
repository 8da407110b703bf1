import { courseFileJsonSchema } from '@/exports/course-json/schema.ts';
import { absolute } from '@/utils/url.ts';

/** The JSON Schema of /course.json, generated from the content schemas. */
export const GET = (): Response => Response.json(courseFileJsonSchema(absolute('/course.schema.json')));
