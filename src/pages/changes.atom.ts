import { getEditions } from '@/course/get-course.ts';
import { addressesOf } from '@/exports/exporter.ts';
import { changesFeed } from '@/exports/changes-feed.ts';
import { absolute } from '@/utils/url.ts';

/** An Atom feed of the changes in each edition. */
export async function GET(): Promise<Response> {
  const addresses = addressesOf(absolute);
  return new Response(changesFeed(await getEditions(), addresses), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
}
