import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that `npm run archive-edition` writes to. A deployment restores earlier archives to it. */
export const EDITIONS_FOLDER = join(process.cwd(), 'editions');

/** File name of an archived edition: "1.0.zip". */
const FILE = /^(\d+\.\d+)\.zip$/;

/** Numbers of the archived editions. */
export const archivedNumbers = (): string[] =>
  existsSync(EDITIONS_FOLDER)
    ? readdirSync(EDITIONS_FOLDER).flatMap((name) => FILE.exec(name)?.[1] ?? [])
    : [];
