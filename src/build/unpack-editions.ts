import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import type { BuiltSite } from '../exports/exporter.ts';
import { EDITIONS_FOLDER, archivedNumbers } from './edition-archives.ts';
import { AuthorError } from '../course/author-error.ts';
import { editionPath, archivedEdition, withNewerEdition } from '../course/archived-edition.ts';
import { withBase } from '../utils/paths.ts';
import type { Log } from './steps.ts';

/** Where to unpack an edition. */
interface EditionPlace {
  /** Folder of the built site. */
  out: string;
  /** Base path of the site. */
  base: string;
  number: string;
  /** Number of the newest edition; every page of an older one announces it. */
  newest: string;
}

/**
 * Unpacks an archived edition into a built site, under its own path.
 * @throws {AuthorError} if it was built for another base path, because none of its links would work, or has a name that
 * leads out of its folder; nothing is written then
 */
export function unpackEdition(zip: Uint8Array, { out, base, number, newest }: EditionPlace): void {
  const files = unzipSync(zip);
  const about = new TextDecoder().decode(files['edition.json'] ?? new TextEncoder().encode('{}'));
  const { base: archivedFor } = JSON.parse(about) as { base?: string };
  const wanted = withBase(base, editionPath(number));
  if (archivedFor !== wanted) {
    throw new AuthorError([
      {
        file: `editions/${number}.zip`,
        field: 'edition.json, base',
        problem: `the edition was archived for ${archivedFor ?? 'an unknown path'}, but its path would be ${wanted}`,
        remedy: `build with the BASE_PATH that it was archived with, or check out its release and run npm run archive-edition with BASE_PATH=${base}.`,
      },
    ]);
  }
  const folder = resolve(join(out, editionPath(number)));
  const outside = Object.keys(files).find((name) => !resolve(folder, name).startsWith(folder + sep));
  if (outside !== undefined) {
    throw new AuthorError([
      {
        file: `editions/${number}.zip`,
        field: outside,
        problem: 'the name leads out of the folder of the edition',
        remedy: 'download the archive again from its release, or check out the release and archive it again.',
      },
    ]);
  }
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
  if (archivedEdition(base) !== undefined || edition === undefined) return;
  for (const number of archivedNumbers()) {
    const zip = new Uint8Array(readFileSync(join(EDITIONS_FOLDER, `${number}.zip`)));
    unpackEdition(zip, { out: folder, base, number, newest: edition.number });
    log.info(`Edition ${number} is at ${editionPath(number)}.`);
  }
}
