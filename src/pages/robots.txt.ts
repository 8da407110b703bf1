import type { APIContext } from 'astro';
import { withBase } from '@/utils/paths.ts';

export function GET({ site }: APIContext): Response {
  const sitemap = new URL(withBase(import.meta.env.BASE_URL, '/sitemap-index.xml'), site).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
