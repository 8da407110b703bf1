import { unzipSync } from 'fflate';
import { chosenPackage, type PackageChoice } from '../package-parts.ts';
import { zip } from '../../../utils/zip.ts';
import { downloadFile } from '../../../utils/download.ts';

/** Makes a package of the parts at an address and downloads it. */
export async function makePackage(
  parts: string,
  choice: PackageChoice,
  site: string,
): Promise<{ name: string; bytes: number }> {
  const answer = await fetch(parts);
  if (!answer.ok) throw new Error(`The parts are not there: ${answer.status}`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const { name, files: content, updated } = chosenPackage(files, choice, site);
  const file = zip(Object.entries(content), updated);
  downloadFile(name, 'application/zip', file);
  return { name, bytes: file.length };
}
