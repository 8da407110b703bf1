// Finds or installs the web servers that tests/hosting starts. Without them those tests are skipped, and say so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensurePrograms } from './programs.mjs';

const SERVERS = [
  {
    name: 'nginx',
    isThere: () =>
      spawnSync('nginx', ['-v']).status === 0 &&
      ['/usr/lib/nginx/modules', '/usr/share/nginx/modules'].some((folder) =>
        existsSync(`${folder}/ngx_http_brotli_static_module.so`),
      ),
    packages: ['nginx', 'libnginx-mod-http-brotli-static'],
  },
  { name: 'caddy', isThere: () => spawnSync('caddy', ['version']).status === 0, packages: ['caddy'] },
];

/** Where systemd runs, installing a server would also start it, which nobody asked for. */
const startsServices = () => existsSync('/run/systemd/system');

/** Installs what is missing where that starts nothing. Returns a sentence for each server that is left out. */
export function ensureServers() {
  return ensurePrograms(SERVERS, !startsServices()).map(
    ({ name, packages }) =>
      `Not tested behind ${name}: it is not here. Install it (Debian and Ubuntu: ${packages.join(' ')}).`,
  );
}
