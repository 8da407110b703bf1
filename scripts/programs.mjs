// Programs that some tests start. Without one its tests are skipped, and say so.
import { canInstall, installPackages } from './debian.mjs';

/**
 * Installs those of the programs that are missing, where that is allowed. Each has a name, `isThere()`, and Debian's
 * packages that bring it. Returns the ones that are still missing.
 */
export function ensurePrograms(programs, mayInstall = true) {
  const missing = programs.filter(({ isThere }) => !isThere());
  if (missing.length > 0 && mayInstall && canInstall()) {
    console.log(`Installing for the tests: ${missing.map(({ name }) => name).join(', ')} ...`);
    installPackages(missing.flatMap(({ packages }) => packages));
  }
  return missing.filter(({ isThere }) => !isThere());
}
