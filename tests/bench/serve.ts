import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';

/** Kinds of files in the report. */
export const KINDS = ['html', 'css', 'js', 'font', 'image', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** The speed of a connection. */
export interface Line {
  /** Delay of each response. */
  latencyMs: number;
  bytesPerSecond: number;
}

/** A slow phone connection: 150 ms round trip, 1.6 Mbit/s down. */
export const SLOW_LINE: Line = { latencyMs: 150, bytesPerSecond: 200_000 };

/** A complete response. */
export interface Answer {
  path: string;
  kind: Kind;
  bytes: number;
}

/** A served site. */
export interface Served {
  origin: string;
  /** All responses since `forget`. */
  answers: readonly Answer[];
  /** Bytes sent since `forget`, including incomplete responses. */
  bytesSent(): number;
  /** Resets the recorded responses. */
  forget(): void;
  /** Resolves when nothing was requested or sent for a while. */
  quiet(): Promise<void>;
  /** Limits the speed to that of a line, also for workers; undefined removes the limit. */
  throttle(line: Line | undefined): void;
  close(): Promise<void>;
}

const TYPES: Record<string, [type: string, kind: Kind]> = {
  '.html': ['text/html; charset=utf-8', 'html'],
  '.css': ['text/css; charset=utf-8', 'css'],
  '.js': ['text/javascript; charset=utf-8', 'js'],
  '.mjs': ['text/javascript; charset=utf-8', 'js'],
  '.json': ['application/json', 'other'],
  '.xml': ['application/xml', 'other'],
  '.txt': ['text/plain; charset=utf-8', 'other'],
  '.svg': ['image/svg+xml', 'image'],
  '.png': ['image/png', 'image'],
  '.ico': ['image/x-icon', 'image'],
  '.woff2': ['font/woff2', 'font'],
  '.woff': ['font/woff', 'font'],
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.mjs', '.json', '.xml', '.txt', '.svg']);
const CHUNK = 8192;
/** Milliseconds without activity until a page counts as loaded, including prefetching. */
const QUIET_MS = 1500;

/** A file as a good host sends it: text compressed with Brotli at the default, highest level (11). */
export const sentBytes = (file: string): Buffer =>
  COMPRESSED.has(extname(file)) ? brotliCompressSync(readFileSync(file)) : readFileSync(file);

/** The file for a path, with or without a query: the file, the index of the folder, or the file with ".html". */
export function fileOf(dist: string, path: string): string | undefined {
  const { pathname } = new URL(path, 'http://localhost');
  const base = join(dist, decodeURIComponent(pathname));
  return [base, join(base, 'index.html'), `${base}.html`].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

/** Serves a built site on a free port, and records what it sends. */
export async function serve(dist: string): Promise<Served> {
  const sent = new Map<string, Buffer>();
  const answers: Answer[] = [];
  let line: Line | undefined;
  /** Time at which the line has sent everything in its queue. */
  let freeAt = 0;
  let lastActive = performance.now();
  let pending = 0;
  let bytesSent = 0;

  const send = async (response: ServerResponse, body: Buffer): Promise<void> => {
    if (line === undefined) {
      bytesSent += body.length;
      response.end(body);
      return;
    }
    const { latencyMs, bytesPerSecond } = line;
    await delay(latencyMs);
    for (let from = 0; from < body.length; from += CHUNK) {
      const chunk = body.subarray(from, from + CHUNK);
      freeAt = Math.max(freeAt, performance.now()) + (chunk.length / bytesPerSecond) * 1000;
      await delay(Math.max(0, freeAt - performance.now()));
      bytesSent += chunk.length;
      response.write(chunk);
    }
    response.end();
  };

  const server = createServer((request, response) => {
    lastActive = performance.now();
    pending += 1;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(dist, pathname);
    const [type, kind] = TYPES[extname(file ?? '')] ?? ['application/octet-stream', 'other' as const];
    let body: Buffer = Buffer.from('Not found');
    if (file === undefined) response.statusCode = 404;
    else {
      body = sent.get(file) ?? sentBytes(file);
      sent.set(file, body);
      response.setHeader('Content-Type', type);
      if (COMPRESSED.has(extname(file))) response.setHeader('Content-Encoding', 'br');
    }
    response.setHeader('Content-Length', body.length);
    // Like GitHub Pages, so that the browser caches files.
    response.setHeader('Cache-Control', 'max-age=600');
    response.on('close', () => {
      lastActive = performance.now();
      pending -= 1;
    });
    response.on('finish', () => {
      answers.push({ path: pathname, kind, bytes: body.length });
    });
    send(response, body).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    answers,
    bytesSent: () => bytesSent,
    forget() {
      bytesSent = 0;
      answers.length = 0;
    },
    async quiet() {
      while (pending > 0 || performance.now() - lastActive < QUIET_MS) await delay(50);
    },
    throttle(next) {
      line = next;
      freeAt = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
