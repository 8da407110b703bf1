import { allPages, FILES, type FileRoute, type Sharing } from '../../routes.ts';
import { EARLY_SCRIPT } from './early-script.ts';

/** A header of an answer: name and value. */
export type Header = readonly [name: string, value: string];

/** The source expression that allows one inline script or style sheet by its text (CSP level 3, section 2.3.1). */
export async function inlineHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Which scripts run: our own, and one inline by its hash. Pagefind compiles WebAssembly, which needs no more than this. */
const scriptPolicy = async (): Promise<string> =>
  `script-src 'self' 'wasm-unsafe-eval' ${await inlineHash(EARLY_SCRIPT)}`;

/** No plugins, and where forms and bases lead. */
const BOUNDS = "object-src 'none';base-uri 'none';form-action 'self'";

/**
 * The Content-Security-Policy of every page: files of this site only. `frame-ancestors` is missing here because a
 * <meta> element cannot carry it; `sharingHeaders` adds it.
 */
export const contentPolicy = async (): Promise<string> =>
  `default-src 'self';${await scriptPolicy()};${BOUNDS}`;

/** The policy of a page that has its style sheet inside. */
export const withInlineStyle = (policy: string, hash: string): string => `${policy};style-src 'self' ${hash}`;

/** What pages load beside scripts and styles. */
const LOADED = ['connect', 'font', 'frame', 'img', 'manifest', 'media', 'worker'];

/** Whether a page is current or from an archived edition. */
export type Age = 'today' | 'archived';

/**
 * The policy as a header. Both must allow what a page does. This one leaves styles to the page's own: their hashes
 * change with every edition, and a server's configuration should not have to. A kept edition has the early script of
 * its own day, which the hash of today's would stop; so there scripts are left to the page's own policy too.
 */
export const headerPolicy = async (age: Age = 'today'): Promise<string> =>
  [
    ...LOADED.map((kind) => `${kind}-src 'self'`),
    ...(age === 'today' ? [await scriptPolicy()] : []),
    BOUNDS,
  ].join(';');

/** Permissions policy: only features needed for reading. */
const PERMISSIONS =
  'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()';

/** Headers of every answer. */
export const COMMON_HEADERS: readonly Header[] = [
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', PERMISSIONS],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Who may use the files at the top of the site, and those in its folders. A sandboxed frame asks for scripts and styles as if it were another site. */
const SHARED: ReadonlyMap<string, Sharing> = new Map([
  ['_astro/', 'shared'],
  ['embed.js', 'shared'],
  ...[...allPages(), ...Object.values<FileRoute>(FILES)].flatMap(({ path, sharing }): [string, Sharing][] => {
    const [entry] = /^[^/]+\/?/.exec(path.slice(1)) ?? [];
    return entry === undefined || sharing === undefined ? [] : [[entry, sharing]];
  }),
]);

/** Who may use what stands at the top of the site, or of a kept edition, under this name ("lessons/", "embed.js"). */
export const sharingOf = (entry: string): Sharing => SHARED.get(entry) ?? 'own';

/** The headers that depend on who may use the file. */
export async function sharingHeaders(sharing: Sharing, age: Age = 'today'): Promise<Header[]> {
  const policy = `${await headerPolicy(age)};frame-ancestors ${sharing === 'embed' ? '*' : "'none'"}`;
  return [
    ['Content-Security-Policy', policy],
    ...(sharing === 'embed' ? [] : ([['X-Frame-Options', 'DENY']] as const)),
    ['Cross-Origin-Resource-Policy', sharing === 'own' ? 'same-origin' : 'cross-origin'],
    ...(sharing === 'shared' ? ([['Access-Control-Allow-Origin', '*']] as const) : []),
  ];
}

/** Paths of files whose names contain a hash, so that they never change. */
export const HASHED = ['/_astro/*', '/pagefind/index/*', '/pagefind/fragment/*'] as const;
/** Cached for a year without revalidation. */
export const IMMUTABLE: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];
/** Cached but revalidated before each use, so that corrections show at once. */
export const REVALIDATE: Header = ['Cache-Control', 'public, max-age=0, must-revalidate'];
