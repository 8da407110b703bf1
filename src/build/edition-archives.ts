import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm run keep-edition` puts editions, and where a deployment brings them back to. */
export const EDITIONS_FOLDER = join(process.cwd(), 'editions');

/** A kept edition: "1.0.zip". */
const FILE = /^(\d+\.\d+)\.zip$/;

/** Numbers of the editions that are kept. */
export const keptNumbers = (): string[] =>
  existsSync(EDITIONS_FOLDER)
    ? readdirSync(EDITIONS_FOLDER).flatMap((name) => FILE.exec(name)?.[1] ?? [])
    : [];
