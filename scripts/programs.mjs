// Finds or installs the programs that tests use beside the browsers: the web servers of tests/hosting, and what opens
// the files that the site offers. Tests without theirs are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { canInstall, installPackages } from './debian.mjs';

const runs = (program, flag) => spawnSync(program, [flag]).status === 0;

/** `serves`: where systemd runs, installing it would also start it, which nobody asked for. */
const PROGRAMS = [
  {
    name: 'nginx',
    serves: true,
    isThere: () =>
      runs('nginx', '-v') &&
      ['/usr/lib/nginx/modules', '/usr/share/nginx/modules'].some((folder) =>
        existsSync(`${folder}/ngx_http_brotli_static_module.so`),
      ),
    packages: ['nginx', 'libnginx-mod-http-brotli-static'],
    without: 'Not tested behind nginx',
  },
  {
    name: 'caddy',
    serves: true,
    isThere: () => runs('caddy', 'version'),
    packages: ['caddy'],
    without: 'Not tested behind caddy',
  },
  {
    name: 'LibreOffice',
    isThere: () => runs('soffice', '--version'),
    packages: ['libreoffice-impress'],
    without: 'Slides not opened with LibreOffice',
  },
  {
    name: 'poppler',
    isThere: () => runs('pdftotext', '-v'),
    packages: ['poppler-utils'],
    without: 'Pages of PDF files not read',
  },
  {
    name: 'epubcheck',
    isThere: () => existsSync('/usr/share/java/epubcheck.jar'),
    packages: ['epubcheck'],
    without: 'The e-book checked by the epubcheck of npm alone',
  },
];
const missing = () => PROGRAMS.filter(({ isThere }) => !isThere());

const startsServices = () => existsSync('/run/systemd/system');

/** Installs what is missing where that starts nothing. Returns a sentence for each program that is left out. */
export function ensurePrograms() {
  const wanted = missing().filter(({ serves }) => !serves || !startsServices());
  if (wanted.length > 0 && canInstall()) {
    console.log(`Installing for the tests: ${wanted.map(({ name }) => name).join(', ')} ...`);
    installPackages(wanted.flatMap(({ packages }) => packages));
  }
  return missing().map(
    ({ packages, without }) =>
      `${without}: it is not here. Install it (Debian and Ubuntu: ${packages.join(' ')}).`,
  );
}
