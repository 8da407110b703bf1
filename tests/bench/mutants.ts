// `npm run mutants`: puts one mistake at a time into the code as it is loaded, never into its files, and runs the unit tests
// that depend on it. A mistake that no test notices survives. `npm run mutants -- src/storage` takes the files of a folder.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { startVitest } from 'vitest/node';
import { MUTANTS, type Mutant } from './mutant-list.ts';

const [folder = ''] = process.argv.slice(2);

/** Whether one of the tests that depend on a file fails with a mistake in it: first those of its folder, then all. */
async function isNoticed([file, right, wrong]: Mutant): Promise<boolean> {
  const path = resolve(file);
  let isFailed = false;
  for (const filters of [[dirname(file)], []]) {
    const vitest = await startVitest(
      'test',
      filters,
      {
        config: 'tests/vitest.config.ts',
        run: true,
        related: [path],
        bail: 1,
        passWithNoTests: true,
        reporters: [{ onTestRunEnd: (_, __, reason) => void (isFailed = reason !== 'passed') }],
        // It keeps modules as they were without the mistake.
        fsModuleCache: false,
      },
      {
        plugins: [
          {
            name: 'mutant',
            enforce: 'pre',
            transform: (code, id) => (id === path ? code.replace(right, () => wrong) : undefined),
          },
        ],
      },
    );
    await vitest.close();
    if (isFailed) return true;
  }
  return false;
}

const survivors: Mutant[] = [];
const chosen = MUTANTS.filter(([file]) => file.startsWith(folder));
for (const mutant of chosen) {
  const [file, right, wrong] = mutant;
  if (readFileSync(file, 'utf8').split(right).length !== 2)
    throw new Error(`${file} does not have this text once: ${right}`);
  const noticed = await isNoticed(mutant);
  if (!noticed) survivors.push(mutant);
  console.log(`${noticed ? 'killed  ' : 'SURVIVED'}  ${file}: ${right} -> ${wrong || 'nothing'}`);
}
console.log(`${chosen.length - survivors.length} of ${chosen.length} killed.`);
process.exit(survivors.length === 0 ? 0 : 1);
