// `npm run reproducible`: builds the site twice, in different folders without caches, and compares every byte.
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measuredRun } from './measured-run.ts';
import { ASTRO, ROOT } from './places.ts';
import { formatSeconds } from './table.ts';
import { PROJECT_PARTS } from '../support/project-copy.ts';

const LIMIT = { seconds: 1_200, bytes: 8 * 2 ** 30 };
/** Inside the project, to resolve its node_modules; ignored by git, the linter and the formatter. */
const WORK = join(ROOT, 'dist-reproducible');

/** Builds a copy of the project. Returns the folder of the built site. */
async function build(name: string): Promise<string> {
  const folder = join(WORK, name);
  for (const part of PROJECT_PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const log = join(folder, 'build.log');
  const { seconds, failure } = await measuredRun([ASTRO, 'build'], folder, log, LIMIT);
  if (failure !== undefined)
    throw new Error(
      `The build ${failure}. The end of its output:\n${readFileSync(log, 'utf8').slice(-3_000)}`,
    );
  console.log(`Built once in ${formatSeconds(seconds)}.`);
  return join(folder, 'dist');
}

/** Every file below a folder. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

/** The differences of two folders: missing files, and files with different bytes. */
function differences(one: string, other: string): string[] {
  const [ours, theirs] = [new Set(filesOf(one)), new Set(filesOf(other))];
  console.log(`${ours.size} files.`);
  return [...ours.union(theirs)].sort().flatMap((name) => {
    if (!ours.has(name) || !theirs.has(name)) return [`${name}: only in one build`];
    const [left, right] = [readFileSync(join(one, name)), readFileSync(join(other, name))];
    if (left.equals(right)) return [];
    const at = left.findIndex((byte, index) => byte !== right[index]);
    return [`${name}: differs from byte ${at === -1 ? left.length : at} on`];
  });
}

rmSync(WORK, { recursive: true, force: true });
const found = differences(await build('one'), await build('another'));
if (found.length === 0) {
  rmSync(WORK, { recursive: true });
  console.log('Both builds gave the same bytes.');
} else {
  console.log(`${found.join('\n')}\n${found.length} files are not the same. Both builds are in ${WORK}.`);
  process.exitCode = 1;
}
