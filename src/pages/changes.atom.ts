import type { APIContext } from 'astro';
import { getEditions } from '@/course/get-editions.ts';
import { addressesOf } from '@/exports/addresses.ts';
import { changesFeed } from '@/exports/changes-feed.ts';
import { withBase } from '@/utils/paths.ts';

/** An Atom feed of the changes in each edition. */
export async function GET({ site }: APIContext): Promise<Response> {
  const addresses = addressesOf({
    absolute: (path) => new URL(withBase(import.meta.env.BASE_URL, path), site).href,
  });
  return new Response(changesFeed(await getEditions(), addresses), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
}
