import { isAsset, isHashed, isKept, meantPage } from '@/offline/files.ts';
import { keepCourse } from './course.ts';
import { addressOf, beginKeeping, keep, keepPage, keptFile, keptList, pathOf } from './kept.ts';
import type { RequestEvent, WorkerScope } from './scope.ts';
import { OFFLINE_PATH } from '@/routes.ts';

/**
 * The service worker. It is there only once a reader has asked for it on `/offline/`. Pages come from the network first,
 * so that a new edition is seen at once, and from this device where there is no network; hashed files come from the
 * device first. Built as `/sw.js` (astro.config.mjs).
 */
const scope = globalThis as unknown as WorkerScope;

/** A line that is there and answers nothing is no line. */
const PATIENCE = 4_000;
/** For so long after that, what is kept is shown at once: nobody waits anew for each page. */
const AFTER_WAITING = 60_000;
/** How often a kept course is held against the site. */
const BETWEEN_CHECKS = 10 * 60_000;

const wait = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });

let hungUntil = 0;

/**
 * The answer of the network, or undefined where it has none that is worth more than what is kept: no line, one that
 * hangs, or a server in trouble.
 */
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
let checking: Promise<void> | undefined;

/** Makes a kept course current, now and then. A failure is no matter: the pages that are there stay whole. */
async function checkCourse(): Promise<void> {
  if (Date.now() - checked < BETWEEN_CHECKS || (await keptList()) === undefined) return;
  checked = Date.now();
  checking ??= keepCourse()
    .catch(() => {
      checked = 0;
    })
    .finally(() => {
      checking = undefined;
    });
  await checking;
}

/** The page that says what is kept, at whatever address. */
async function offlinePage(): Promise<Response> {
  const page = await keptFile(OFFLINE_PATH);
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** @param path the page that is meant, which the address may name in another way */
async function answerPage(event: RequestEvent, path: string): Promise<Response> {
  const kept = await keptFile(path);
  const named = pathOf(event.request.url) === path;
  const fetched = fetch(event.request).then(
    (response) => {
      hungUntil = 0;
      if (named && response.ok && response.type === 'basic' && isKept(path))
        event.waitUntil(keepPage(path, response.clone()).then(checkCourse));
      return response;
    },
    () => undefined,
  );
  event.waitUntil(fetched);
  if (kept === undefined) return (await fetched) ?? offlinePage();
  return (await fromNetwork(fetched)) ?? (named ? kept : Response.redirect(addressOf(path)));
}

/** Keeps a file that a page asked for. In a kept course those without a hash change together, with the course. */
async function keepAsset(path: string, response: Response): Promise<void> {
  if (isHashed(path) || (await keptList()) === undefined) await keep(path, response);
}

async function answerFile(event: RequestEvent, path: string): Promise<Response> {
  const kept = await keptFile(path);
  if (kept !== undefined && isHashed(path)) return kept;
  const fetched = fetch(event.request).then(
    (response) => {
      hungUntil = 0;
      if (response.ok && isAsset(path)) event.waitUntil(keepAsset(path, response.clone()));
      return response;
    },
    () => undefined,
  );
  event.waitUntil(fetched);
  if (kept === undefined) return (await fetched) ?? Response.error();
  return (await fromNetwork(fetched)) ?? kept;
}

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      await beginKeeping();
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
  else if (isKept(path)) event.respondWith(answerFile(event, path));
});
