import type { APIContext } from 'astro';
import { absolute } from '@/utils/url.ts';

export function GET({ site }: APIContext): Response {
  const sitemap = absolute('/sitemap-index.xml', site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
