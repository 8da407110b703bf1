import { getCourse, getEditions } from '@/course/get-course.ts';
import { publishedLinks } from '@/course/short-links.ts';
import { isoDay } from '@/utils/dates.ts';

/** Every lasting address of the site, for machines, and the edition of the course that they are of. */
export async function GET(): Promise<Response> {
  const links = publishedLinks(await getCourse());
  const [edition] = await getEditions();
  return Response.json({
    edition: edition && { number: edition.number, date: isoDay(edition.date) },
    links,
  });
}
