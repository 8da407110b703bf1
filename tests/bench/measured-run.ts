import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The limits of a command. */
export interface Limit {
  seconds: number;
  bytes: number;
}

/** The measurements of a command. */
export interface MeasuredRun {
  seconds: number;
  /** Peak memory of the command and its descendants; undefined without /proc. */
  peakBytes: number | undefined;
  /** The reason why it did not finish. */
  failure: string | undefined;
}

const SAMPLE_MS = 100;
const PAGE_BYTES = 4096;

/** Runs a Node command and measures it with its children. Writes its output to `log`. */
export async function measuredRun(
  args: readonly string[],
  cwd: string,
  log: string,
  limit: Limit,
  env: Readonly<Record<string, string>> = {},
): Promise<MeasuredRun> {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'w');
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const child = spawn(process.execPath, args, {
    cwd,
    // In its own process group, so that its children can be killed with it.
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CI: 'true',
      SITE_URL: 'https://blueprint.example',
      BASE_PATH: '/',
      OUT_DIR: 'dist',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  const { pid } = child;
  let peakBytes: number | undefined;
  let stopped: string | undefined;
  const stop = (reason: string): void => {
    if (stopped !== undefined || pid === undefined) return;
    stopped = reason;
    process.kill(-pid, 'SIGKILL');
  };
  const interrupted = (): void => {
    stop('interrupted');
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  const sampler = setInterval(() => {
    const bytes = pid === undefined ? undefined : treeBytes(pid);
    if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
    if (seconds() > limit.seconds) stop(`not within ${Math.round(limit.seconds / 60)} minutes`);
    if ((bytes ?? 0) > limit.bytes) stop(`not within ${Math.round(limit.bytes / 2 ** 30)} GB`);
  }, SAMPLE_MS);
  try {
    const end = await new Promise<number | string>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        resolve(code ?? signal ?? 'an unknown signal');
      });
    });
    return { seconds: seconds(), peakBytes, failure: stopped ?? failureOf(end, log) };
  } finally {
    clearInterval(sampler);
    process.off('SIGINT', interrupted);
    closeSync(output);
  }
}

/** The reason why a command ended early, from its exit code or signal and its output. */
function failureOf(end: number | string, log: string): string | undefined {
  if (end === 0) return undefined;
  return readFileSync(log, 'utf8').includes('JavaScript heap out of memory')
    ? 'more memory than Node gives by itself'
    : `ended with ${end}`;
}

/** Resident memory of a process and its descendants. */
function treeBytes(root: number): number | undefined {
  const children = new Map<number, number[]>();
  let entries: string[];
  try {
    entries = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  for (const name of entries) {
    // The command name may contain anything; the numbers follow its closing parenthesis.
    const parent = Number(readProc(name, 'stat').split(') ').at(-1)?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number =>
    Number(readProc(String(pid), 'statm').split(' ')[1] ?? 0) * PAGE_BYTES +
    (children.get(pid) ?? []).reduce((bytes, child) => bytes + sum(child), 0);
  return sum(root);
}

/** A file of /proc; empty if its process has ended. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
