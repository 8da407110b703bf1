import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';

/** What the report tells apart. */
export const KINDS = ['html', 'css', 'js', 'font', 'image', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** A line as slow as a phone's. */
export interface Line {
  /** Time that each request waits for its answer. */
  latencyMs: number;
  bytesPerSecond: number;
}

/** 150 ms there and back, 1.6 Mbit/s down. */
export const SLOW_LINE: Line = { latencyMs: 150, bytesPerSecond: 200_000 };

/** One answer that was sent whole. */
export interface Answer {
  path: string;
  kind: Kind;
  bytes: number;
}

/** A site that is being served. */
export interface Served {
  origin: string;
  /** All answers since `forget`. */
  answers: readonly Answer[];
  /** Bytes sent since `forget`, answers that are under way included. */
  bytesSent(): number;
  /** Forgets what was sent. */
  forget(): void;
  /** Settles when nothing was asked for or sent for a while. */
  quiet(): Promise<void>;
  /** Sends as slowly as the line allows, workers and all; undefined: as fast as it can. */
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
/** How long nothing must happen until a page counts as loaded, what it fetches ahead included. */
const QUIET_MS = 1500;

/** The bytes of a file as a good host sends them: text with Brotli at its strongest (11), the default. */
export const sentBytes = (file: string): Buffer =>
  COMPRESSED.has(extname(file)) ? brotliCompressSync(readFileSync(file)) : readFileSync(file);

/** The file of a path, with or without a query: itself, its folder's index, or the page without its ending. */
export function fileOf(dist: string, path: string): string | undefined {
  const { pathname } = new URL(path, 'http://localhost');
  const base = join(dist, decodeURIComponent(pathname));
  return [base, join(base, 'index.html'), `${base}.html`].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
}

/** Serves a built site on a free port, counting what it sends. */
export async function serve(dist: string): Promise<Served> {
  const sent = new Map<string, Buffer>();
  const answers: Answer[] = [];
  let line: Line | undefined;
  /** When the line has sent all that waits for it. */
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
    // As GitHub Pages does, so that nothing is fetched twice for want of leave to keep it.
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
