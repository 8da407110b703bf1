import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EARLY_SCRIPT } from '../../src/components/site/early-script.ts';
import { inlineHash } from '../../src/components/site/security.ts';

/** Path of the fake edition, below the base path. */
export const OLD_EDITION = 'e/0.1/';

/** Entries that are those of the current site. */
const UNCHANGED = ['_astro', 'embed', 'embed.js', 'figures', 'links.json'];

/** An early script other than the current one, as in an old edition. */
const OLD_SCRIPT = "document.documentElement.dataset.early='old'";

/** A page with that script, allowed by the policy in the page. */
const asOld = async (html: string): Promise<string> =>
  html.replace(EARLY_SCRIPT, OLD_SCRIPT).replace(inlineHash(EARLY_SCRIPT), inlineHash(OLD_SCRIPT));

/**
 * Makes a folder to serve, which the caller deletes: links to the built site, with a small archived edition below it.
 * @param site folder of the built site, which does not change
 */
export async function withOldEdition(site: string, base: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'hosting-'));
  const out = join(root, base);
  const lesson = join(out, OLD_EDITION, 'lessons/momentum');
  mkdirSync(lesson, { recursive: true });
  const link = (names: readonly string[], below: string): void => {
    for (const name of names) symlinkSync(resolve(site, name), join(out, below, name));
  };
  link(readdirSync(site), '');
  link(UNCHANGED, OLD_EDITION);
  const page = readFileSync(join(site, 'lessons/momentum/index.html'), 'utf8');
  writeFileSync(join(lesson, 'index.html'), await asOld(page));
  return root;
}
