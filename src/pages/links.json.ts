import { getCourse } from '@/course.ts';
import { getEditions } from '@/editions.ts';
import { addressOf } from '@/lib/permalinks.ts';
import { permalinks } from '@/links.ts';
import { shortPath } from '@/lib/short-links.ts';
import { shortLinkOf } from '@/short-links.ts';

/**
 * Every lasting address of the site, for machines: path, fragment, title, kind, and its short form where it has one; and
 * the edition of the course that they are of.
 */
export async function GET(): Promise<Response> {
  const links = permalinks(await getCourse()).map((link) => {
    const id = shortLinkOf(addressOf(link));
    return id === undefined ? link : { ...link, short: shortPath(id) };
  });
  const [edition] = await getEditions();
  return Response.json({
    edition: edition && { number: edition.number, date: edition.date.toISOString().slice(0, 10) },
    links,
  });
}
