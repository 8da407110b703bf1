import { getCourse } from '@/course/get-course.ts';
import { buildEntryIndex } from '@/search/build-instant-index.ts';

/** The index of the entries beside the lessons; fetched after the instant index. */
export async function GET(): Promise<Response> {
  return Response.json(buildEntryIndex(await getCourse()));
}
