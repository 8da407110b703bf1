import { isAsset, isCacheable, isHashed, isPage, meantPage } from '@/offline/files.ts';
import { updateCourse } from './course.ts';
import { addressOf, startCaching, cacheFile, cachePage, cachedFile, cachedList, pathOf } from './cache.ts';
import { OFFLINE_PATH } from '@/routes.ts';

/** The parts of the worker scope that are used here; TypeScript's types for workers and pages exclude each other. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}

/**
 * The service worker, which readers turn on at `/offline/`. Pages come from the network first, so that new editions
 * appear at once, and from the cache while offline; hashed files come from the cache first. Built as `/sw.js` (astro.config.mjs).
 */
const scope = globalThis as unknown as WorkerScope;

/** Milliseconds after which a connection that hangs counts as offline, where the file is cached. */
const PATIENCE = 4_000;
/** Milliseconds after which a request without an answer is given up. */
const GIVE_UP = 15_000;
/** Milliseconds for which cached pages are then shown at once, instead of waiting for each page. */
const AFTER_WAITING = 60_000;
/** Milliseconds between update checks of a stored course. */
const BETWEEN_CHECKS = 10 * 60_000;

const wait = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });

let hungUntil = 0;

/**
 * Fetches a file and hands a copy on to be cached. Returns undefined if offline, or if nothing answers; a slow answer may
 * take its time.
 */
async function ask(
  { request }: RequestEvent,
  onAnswer: (copy: Response) => void,
): Promise<Response | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP);
  try {
    const response = await fetch(request, { signal: stop.signal });
    hungUntil = 0;
    onAnswer(response.clone());
    return response;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The response of the network; undefined if offline, late or 5xx. */
async function fromNetwork(fetched: Promise<Response | undefined>): Promise<Response | undefined> {
  const hangs = wait(Date.now() < hungUntil ? 0 : PATIENCE).then(() => 'hangs' as const);
  const answer = await Promise.race([fetched, hangs]);
  if (answer === 'hangs') {
    if (Date.now() >= hungUntil) hungUntil = Date.now() + AFTER_WAITING;
    return undefined;
  }
  return answer !== undefined && answer.status < 500 ? answer : undefined;
}

let checked = 0;
let checking: Promise<unknown> | undefined;

/** Updates a stored course from time to time. After a failure the stored pages are still complete. */
async function checkCourse(): Promise<void> {
  if (Date.now() - checked < BETWEEN_CHECKS || (await cachedList()) === undefined) return;
  checked = Date.now();
  checking ??= updateCourse()
    .catch(() => {
      checked = 0;
    })
    .finally(() => {
      checking = undefined;
    });
  await checking;
}

/** The response for a page that is neither reachable nor cached: the page that lists the cached pages. */
async function offlinePage(): Promise<Response> {
  const page = await cachedFile(OFFLINE_PATH);
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/**
 * The response for a page: from the network, or cached while offline.
 * @param path canonical path of the page, which can differ from the requested address
 */
async function answerPage(event: RequestEvent, path: string): Promise<Response> {
  const cached = await cachedFile(path);
  const named = pathOf(event.request.url) === path;
  const fetched = ask(event, (copy) => {
    if (named && isCacheable(path)) event.waitUntil(cachePage(path, copy).then(checkCourse, () => undefined));
  });
  event.waitUntil(fetched);
  if (cached === undefined) return (await fetched) ?? offlinePage();
  return (await fromNetwork(fetched)) ?? (named ? cached : Response.redirect(addressOf(path)));
}

/** Caches a file of a page. In a cached course, files without a hash in their name are updated all together. */
async function cacheAsset(path: string, response: Response): Promise<void> {
  if (isHashed(path) || (await cachedList()) === undefined) await cacheFile(path, response);
}

/** Whether an answer can be the file of a path. A network that asks for a sign-in sends a page for every file. */
const isFile = (path: string, { ok, redirected, headers }: Response): boolean =>
  ok && !redirected && (isPage(path) || headers.get('Content-Type')?.startsWith('text/html') !== true);

/** The response for a file, or for a page that a script asks for. */
async function answerFile(event: RequestEvent, path: string): Promise<Response> {
  const cached = await cachedFile(path);
  if (cached !== undefined && isHashed(path)) return cached;
  const fetched = ask(event, (copy) => {
    if (isAsset(path)) event.waitUntil(cacheAsset(path, copy));
  });
  event.waitUntil(fetched);
  if (cached === undefined) return (await fetched) ?? Response.error();
  const answer = await fromNetwork(fetched);
  return answer !== undefined && isFile(path, answer) ? answer : cached;
}

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      await startCaching();
      await scope.skipWaiting();
    })(),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});

scope.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  if (method !== 'GET' || new URL(url).origin !== scope.location.origin) return;
  const path = pathOf(url);
  if (path === '') return;
  const page = mode === 'navigate' ? meantPage(path) : undefined;
  if (page !== undefined) event.respondWith(answerPage(event, page));
  else if (isCacheable(path)) event.respondWith(answerFile(event, path));
});
