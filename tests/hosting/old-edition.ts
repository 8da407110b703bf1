import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EARLY_SCRIPT } from '../../src/components/site/early-script.ts';
import { inlineHash } from '../../src/components/site/security.ts';

/** Where the made-up edition is, below the base path. */
export const OLD_EDITION = 'e/0.1/';

/** What is taken from the site of today as it is. */
const UNCHANGED = ['_astro', 'embed', 'embed.js', 'figures', 'links.json'];

/** Another early script than today's, as an old edition has one. */
const OLD_SCRIPT = "document.documentElement.dataset.early='old'";

/** A page with that script, which its own policy allows. */
const asOld = async (html: string): Promise<string> =>
  html
    .replace(EARLY_SCRIPT, OLD_SCRIPT)
    .replace(await inlineHash(EARLY_SCRIPT), await inlineHash(OLD_SCRIPT));

/**
 * A folder to serve, which the caller deletes: the built site, which stays as it is, and below it a small kept edition.
 *
 * @param site folder of the built site
 */
export async function withOldEdition(site: string, base: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'hosting-'));
  const out = join(root, base);
  const lesson = join(out, OLD_EDITION, 'lessons/momentum');
  mkdirSync(lesson, { recursive: true });
  cpSync(site, out, { recursive: true });
  for (const name of UNCHANGED) cpSync(join(site, name), join(out, OLD_EDITION, name), { recursive: true });
  const page = readFileSync(join(site, 'lessons/momentum/index.html'), 'utf8');
  writeFileSync(join(lesson, 'index.html'), await asOld(page));
  return root;
}
