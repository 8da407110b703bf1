import { getCourse } from '@/course/get-course.ts';
import { buildLaterIndex } from '@/search/build-instant-index.ts';

/** What the instant index has no room for; fetched after it. */
export async function GET(): Promise<Response> {
  return Response.json(buildLaterIndex(await getCourse()));
}
