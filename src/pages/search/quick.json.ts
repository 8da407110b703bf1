import { getCourse } from '@/course/get-course.ts';
import { buildInstantIndex } from '@/search/build-instant-index.ts';

/** The small search index; fetched when a reader means to search. */
export async function GET(): Promise<Response> {
  return Response.json(buildInstantIndex(await getCourse()));
}
