import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What earlier builds made. Safe to delete. */
const FOLDER = join(process.cwd(), '.cache/made');

/** Other packages or another Node may make another result from the same. */
const MAKERS = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version);

/** The file for a result, named by everything that it is made from. */
export function cacheFile(...from: readonly (string | Uint8Array)[]): string {
  const hash = MAKERS.copy();
  // Each part is told from the next.
  for (const part of from) hash.update(`${part.length} `).update(part);
  return join(FOLDER, hash.digest('hex').slice(0, 32));
}

/** The result of an earlier build, if there is one. */
export function readCached(file: string): Buffer<ArrayBuffer> | undefined {
  try {
    const made = readFileSync(file);
    utimesSync(file, new Date(), new Date());
    return made;
  } catch {
    return undefined;
  }
}

/** Keeps a result for later builds. */
export function writeCached<Made extends string | Uint8Array>(file: string, made: Made): Made {
  mkdirSync(dirname(file), { recursive: true });
  // Written and then renamed, so that a parallel build never reads half a file.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

/** Days without a use after which a result is deleted. */
const DAYS = 30;

/** Deletes the results that no build has used for long. */
export function dropUnused(folder = FOLDER): void {
  const oldest = Date.now() - DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    // A parallel build may have renamed or deleted it.
    const { mtimeMs = Infinity } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < oldest) rmSync(file, { force: true });
  }
}
