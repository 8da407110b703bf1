import { getCourse } from '@/course/get-course.ts';
import { buildInstantIndex } from '@/search/build-instant-index.ts';

/** The instant index; fetched when a reader focuses the search box. */
export async function GET(): Promise<Response> {
  return Response.json(buildInstantIndex(await getCourse()));
}
