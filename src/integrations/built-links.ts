import { readFileSync } from 'node:fs';
import type { Permalink } from '../lib/permalinks.ts';

/** The permalinks that this build published, from its own links.json. */
export function builtLinks(dir: URL): Permalink[] {
  const { links } = JSON.parse(readFileSync(new URL('links.json', dir), 'utf8')) as { links: Permalink[] };
  return links;
}
