import { getCourse } from '@/course.ts';
import { addressOf, permalinks } from '@/lib/permalinks.ts';
import { shortPath } from '@/lib/short-links.ts';
import { shortLinkOf } from '@/short-links.ts';

/** Every lasting address of the site, for machines: path, fragment, title, kind, and its short form where it has one. */
export async function GET(): Promise<Response> {
  const links = permalinks(await getCourse()).map((link) => {
    const id = shortLinkOf(addressOf(link));
    return id === undefined ? link : { ...link, short: shortPath(id) };
  });
  return Response.json({ links });
}
