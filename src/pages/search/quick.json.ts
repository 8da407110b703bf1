import { getCourse } from '@/course/get-course.ts';
import { buildQuickIndex } from '@/search/build-quick-index.ts';

/** The small search index; fetched when a reader means to search. */
export async function GET(): Promise<Response> {
  return Response.json(buildQuickIndex(await getCourse()));
}
