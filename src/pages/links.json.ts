import { getCourse } from '@/course.ts';
import { permalinks } from '@/lib/permalinks.ts';

/** Every lasting address of the site, for machines: path, fragment, title, kind. */
export async function GET(): Promise<Response> {
  return Response.json({ links: permalinks(await getCourse()) });
}
