// Finds or installs the programs that open what the exporters make. Without them those tests are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { ensurePrograms } from './programs.mjs';

const READERS = [
  {
    name: 'poppler',
    isThere: () => spawnSync('pdfinfo', ['-v']).status === 0,
    packages: ['poppler-utils'],
  },
];

/** Installs what is missing. Returns a sentence for each program that is left out. */
export function ensureReaders() {
  return ensurePrograms(READERS).map(
    ({ name, packages }) =>
      `Downloads not opened with ${name}: it is not here. Install it (Debian and Ubuntu: ${packages.join(' ')}).`,
  );
}
