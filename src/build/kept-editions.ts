import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BuiltSite } from '../exports/exporter.ts';
import { EDITIONS_FOLDER, keptNumbers } from './edition-archives.ts';
import { AuthorError } from '../course/author-error.ts';
import { editionPath, keptEdition, withNewerEdition } from '../course/archived-edition.ts';
import { withBase } from '../utils/paths.ts';
import type { Log } from './log.ts';

/** The target of an edition. */
export interface EditionPlace {
  /** Folder of the built site. */
  out: string;
  /** Base path of the site. */
  base: string;
  number: string;
  /** Number of the newest edition; announced on every page of another one. */
  newest: string;
}

/**
 * Writes a kept edition into a built site, under its own path.
 * @throws {AuthorError} where it was kept for another base path: none of its links would lead anywhere
 */
export function unpackEdition(zip: Uint8Array, { out, base, number, newest }: EditionPlace): void {
  const files = unzipSync(zip);
  const about = new TextDecoder().decode(files['edition.json'] ?? new TextEncoder().encode('{}'));
  const { base: keptFor } = JSON.parse(about) as { base?: string };
  const wanted = withBase(base, editionPath(number));
  if (keptFor !== wanted) {
    throw new AuthorError([
      {
        file: `editions/${number}.zip`,
        field: 'edition.json, base',
        problem: `the edition was kept for ${keptFor ?? 'a path that it does not say'}, and would stand at ${wanted}`,
        remedy: `build with the BASE_PATH that it was kept with, or check out its release and run npm run keep-edition with BASE_PATH=${base}.`,
      },
    ]);
  }
  const folder = join(out, editionPath(number));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      name.endsWith('.html') && number !== newest
        ? withNewerEdition(new TextDecoder().decode(content), newest)
        : content,
    );
  }
}

/** Unpacks every archived edition into the current site, at `/e/1.0/`. Search, sitemap and locks ignore them. */
export function unpackEditions({ folder, base, edition }: BuiltSite, log: Log): void {
  if (keptEdition(base) !== undefined || edition === undefined) return;
  for (const number of keptNumbers()) {
    const zip = new Uint8Array(readFileSync(join(EDITIONS_FOLDER, `${number}.zip`)));
    unpackEdition(zip, { out: folder, base, number, newest: edition.number });
    log.info(`Edition ${number} is at ${editionPath(number)}.`);
  }
}
