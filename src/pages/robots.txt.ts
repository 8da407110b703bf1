import { absolute } from '@/utils/url.ts';

export function GET(): Response {
  const sitemap = absolute('/sitemap-index.xml');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
