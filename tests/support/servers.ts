import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, request, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A web server on loopback that serves a built site with our configuration. */
export interface Server {
  /** Address without a trailing slash. */
  origin: string;
  stop: () => Promise<void>;
}

const isInstalled = (command: string, flag: string): boolean =>
  spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;

const BROTLI = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules']
  .map((folder) => join(folder, 'ngx_http_brotli_static_module.so'))
  .find((file) => existsSync(file));

/** The reasons why servers cannot be tested on this machine; undefined if they can. */
export const MISSING = {
  nginx:
    isInstalled('nginx', '-v') && BROTLI !== undefined
      ? undefined
      : 'nginx or its brotli module is not installed (Debian: nginx libnginx-mod-http-brotli-static)',
  caddy: isInstalled('caddy', 'version') ? undefined : 'caddy is not installed (Debian: caddy)',
};

/** Whether this machine has IPv6, which containers often lack. */
export const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ family }) => family === 'IPv6'),
);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** Waits until the server answers. Fails with its output if it exits first. */
async function ready(child: ChildProcess, origin: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  while (child.exitCode === null) {
    try {
      await get(`${origin}/`);
      return;
    } catch {
      await new Promise((resume) => setImmediate(resume));
    }
  }
  throw new Error(`The server ended before it answered:\n${said}`);
}

async function serve(command: string, args: string[], env: NodeJS.ProcessEnv, port: number): Promise<Server> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await ready(child, origin);
  return {
    origin,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Answer of the site that is there when nginx comes from a Debian package: it has every name that no other site has. */
export const DEFAULT_SITE = 421;

/**
 * Starts nginx with `hosting/nginx.conf` beside Debian's default site; only the port, the names and the folder are replaced.
 * @param root folder of the site
 */
export async function startNginx(root: string): Promise<Server> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const listen = (option: string): string =>
    ['127.0.0.1', ...(HAS_IPV6 ? ['[::1]'] : [])]
      .map((address) => `listen ${address}:${port}${option};`)
      .join('\n');
  const shipped = readFileSync('hosting/nginx.conf', 'utf8')
    .replace('listen 80;', listen(''))
    .replace('listen [::]:80;', '')
    .replace(
      /server_name learn\.example\.org;/,
      'server_name learn.example.org learn.example localhost 127.0.0.1 [::1];',
    )
    .replace('root /srv/blueprint-and-build;', `root ${resolve(root)};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `load_module ${BROTLI};
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
daemon off;
events { worker_connections 1024; }
http {
include /etc/nginx/mime.types;
default_type application/octet-stream;
access_log off;
${temporary}
${shipped}
server { ${listen(' default_server')} server_name _; return ${DEFAULT_SITE}; }
}
`,
  );
  const server = await serve('nginx', ['-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {}, port);
  return {
    origin: server.origin,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Starts Caddy with `hosting/Caddyfile`.
 * @param root folder of the site
 */
export async function startCaddy(root: string): Promise<Server> {
  const port = await freePort();
  const env = { SITE_ADDRESS: `:${port}`, SITE_ROOT: resolve(root) };
  return serve('caddy', ['run', '--config', 'hosting/Caddyfile', '--adapter', 'caddyfile'], env, port);
}

/** Serves a page of another site, at another origin, such as a trainer's course. */
export async function startPage(body: string): Promise<Server> {
  const server = createHttpServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html>${body}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A response as received, not decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a request, without following redirects and without decompression. */
export function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port, hostname: host } = new URL(url);
  const hostname = host.replace(/^\[|\]$/g, '');
  // The literal path, because URL would normalize it.
  const path = url.slice(url.indexOf('/', 'http://'.length));
  return new Promise((resolveAnswer, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolveAnswer({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        });
      });
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
