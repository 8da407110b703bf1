import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const HTML = 'text/html; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A response with another status than 200. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer;
}

/** Edits each response: gets the path and a function that reads a file of the built site. Undefined sends a 404. */
export type Edit = (
  path: string,
  read: (path: string) => Buffer | undefined,
  asksWhetherChanged: boolean,
) => Buffer | string | Answer | undefined;

/** The content of a response, where it is a file. */
export const contentOf = (answer: ReturnType<Edit>): Buffer | string | undefined =>
  answer instanceof Buffer || typeof answer === 'string' ? answer : undefined;

/** A whole response, in the place of a file: what a captive portal or a host with a fallback page sends. */
export const PORTAL = '<!doctype html><title>Sign in</title><h1>Sign in to the Wi-Fi</h1></html>';

type Behavior = 'answers' | 'hangs' | 'fails' | 'is out of reach';

/** A served site that tests can change. */
export interface EditedSite {
  /** Address with a trailing slash. */
  url: string;
  /** Changes the content of the site from now on. */
  edit(edit: Edit): void;
  /** Makes the server hang, fail with status 503, break every connection, or answer normally from now on. */
  behave(how: Behavior): void;
  /** Stops the server. */
  stop(): Promise<void>;
}

const readBuilt = (path: string): Buffer | undefined => {
  const file = join('dist', path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
};

/** Whether a file belongs to the small course: lessons, two concepts, and what they use, without the texts of the full-text search. */
const isInSmallCourse = (path: string): boolean =>
  path.endsWith('/')
    ? /^\/(?:$|lessons\/|concepts\/(?:$|drift\/|chaos\/)|search\/|offline\/)/.test(path)
    : !path.startsWith('/pagefind/fragment/');

/** Reads a built file; the list of the course is that of the small one, which is kept four times as fast. */
function readSmall(path: string): Buffer | undefined {
  const content = readBuilt(path);
  if (path !== '/offline.json' || content === undefined) return content;
  const { files, ...list } = JSON.parse(content.toString()) as { files: [string][] };
  return Buffer.from(JSON.stringify({ ...list, files: files.filter(([name]) => isInSmallCourse(name)) }));
}

/**
 * Serves the built site on its own port, for tests that change or stop it.
 * @param whole whether the whole course can be kept on a device, not the small one
 */
export async function serveEdited(whole = false): Promise<EditedSite> {
  const read = whole ? readBuilt : readSmall;
  let current: Edit = (path) => read(path);
  let behavior: Behavior = 'answers';
  const server = createServer((request, response) => {
    if (behavior === 'hangs') return;
    if (behavior === 'fails') {
      response.writeHead(503).end('In trouble.');
      return;
    }
    if (behavior === 'is out of reach') {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
    const answer = current(pathname, read, request.headers['if-none-match'] !== undefined);
    const content = contentOf(answer);
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('ETag', '"one"');
    response.setHeader(
      'Content-Type',
      content === PORTAL
        ? HTML
        : (TYPES[pathname.endsWith('/') ? '.html' : extname(pathname)] ?? 'application/octet-stream'),
    );
    response.setHeader(
      'Cache-Control',
      pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (typeof answer === 'object' && 'status' in answer)
      response.writeHead(answer.status, answer.headers).end(answer.body);
    else response.end(content);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    edit: (edit) => {
      current = edit;
    },
    behave: (how) => {
      behavior = how;
    },
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
