// `npm run bench:load`: measures nginx and Caddy with our configuration on loopback, with wrk.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { get, MISSING, startCaddy, startNginx } from '../support/servers.ts';
import { writeMarkdown } from './markdown-file.ts';
import { ASTRO, ROOT } from './places.ts';
import { formatBytes, markdownTable } from './table.ts';

const SECONDS = 10;
const CONNECTIONS = 64;
const REPORT = join(ROOT, 'docs/load.md');

/** The results of a server under load. */
interface Load {
  perSecond: number;
  /** The 99th percentile of the latency, in the form of wrk: "4.51ms". */
  p99: string;
  /** Responses other than 2xx, and failed connections. */
  errors: number;
}

const WRK = ['-t2', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: br'];

function load(url: string): Load {
  const { stdout, status } = spawnSync('wrk', [...WRK, url], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error('wrk did not run. Remedy: install it (Debian and Ubuntu: apt install wrk).');
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? 0);
  const sockets = [...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? '').matchAll(/\d+/g)];
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p99: /^ +99%\s+(\S+)/m.exec(stdout)?.[1] ?? '-',
    errors:
      number(/Non-2xx or 3xx responses: (\d+)/) + sockets.reduce((sum, [count]) => sum + Number(count), 0),
  };
}

const PATHS: [name: string, path: (asset: (end: string) => string) => string][] = [
  ['one byte', () => '/one.txt'],
  ['a lesson', () => '/lessons/how-they-differ/'],
  ['the case study', () => '/lessons/nadella-at-microsoft/'],
  ['its style sheet', (asset) => `/_astro/${asset('.css')}`],
  ['the small search index', () => '/search/quick.json'],
  ['an address that is not there', () => '/lessons/none/'],
];

async function measure(): Promise<string[][]> {
  const root = mkdtempSync(join(tmpdir(), 'load-'));
  const rows: string[][] = [];
  try {
    cpSync(join(ROOT, 'dist'), root, { recursive: true });
    writeFileSync(join(root, 'one.txt'), '1');
    const asset = (end: string): string =>
      readdirSync(join(root, '_astro')).find((name) => name.startsWith('page.') && name.endsWith(end)) ?? '';
    for (const [name, start, missing] of [
      ['nginx', startNginx, MISSING.nginx],
      ['Caddy', startCaddy, MISSING.caddy],
    ] as const) {
      if (missing !== undefined) {
        console.log(`Left out: ${missing}.`);
        continue;
      }
      const server = await start(root);
      try {
        for (const [what, path] of PATHS) {
          const url = server.origin + path(asset);
          const { status, body } = await get(url, { 'Accept-Encoding': 'br' });
          const { perSecond, p99, errors } = load(url);
          // wrk counts responses with the error page as failed.
          const wrong = status === 404 ? 'all 404, as they should' : String(errors);
          rows.push([
            name,
            what,
            formatBytes(body.length),
            Math.round(perSecond).toLocaleString('en-US'),
            p99,
            wrong,
          ]);
          console.log(rows.at(-1)?.join('  '));
        }
      } finally {
        await server.stop();
      }
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  return rows;
}

const version = (command: string, flag: string): string =>
  spawnSync(command, [flag], { encoding: 'utf8' }).output.join('').trim().split('\n')[0]?.slice(0, 40) ?? '';

execFileSync(process.execPath, [ASTRO, 'build'], {
  cwd: ROOT,
  stdio: 'ignore',
  env: {
    SITE_URL: 'http://localhost:4321',
    ...process.env,
    OUT_DIR: 'dist',
    BASE_PATH: '/',
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});
const table = markdownTable(
  ['server', 'file', 'bytes sent', 'requests a second', '99 of 100 within', 'errors'],
  await measure(),
);
await writeMarkdown(
  REPORT,
  `# Load

What one machine can serve with the configurations of \`hosting/\`: \`npm run bench:load\` writes this page.

wrk with ${CONNECTIONS} connections, ${SECONDS} seconds for each file, over loopback; server and wrk share ${cpus().length} cores, so a machine of its own serves more. The one-byte file shows what the server itself costs: what a real file takes beyond it is copying bytes. Every file but the one byte is sent as it was compressed at build (\`Accept-Encoding: br\`). ${new Date().toISOString().slice(0, 10)}, ${version('nginx', '-v')}, Caddy ${version('caddy', 'version')}.

The command: \`wrk ${WRK.map((part) => (part.includes(' ') ? `'${part}'` : part)).join(' ')} <address>\`.

${table}
`,
);
console.log('Written to docs/load.md.');
