import { createHash } from 'node:crypto';
import { allPages, FILES, type FileRoute, type Sharing } from '../../routes.ts';
import { EARLY_SCRIPT } from './early-script.ts';

/** A response header: name and value. */
export type Header = readonly [name: string, value: string];

/** The hash source that allows one inline script or style sheet (CSP level 3, section 2.3.1). */
export const inlineHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Allows our own scripts, the inline script by its hash, and WebAssembly for Pagefind. */
const SCRIPTS = `script-src 'self' 'wasm-unsafe-eval' ${inlineHash(EARLY_SCRIPT)}`;

/** Forbids plugins and <base>, and limits the targets of forms. */
const BOUNDS = "object-src 'none';base-uri 'none';form-action 'self'";

/** The policy of every page: files of this site only. A <meta> element cannot carry `frame-ancestors`. */
export const CONTENT_POLICY = `default-src 'self';${SCRIPTS};${BOUNDS}`;

/** The policy of a page with an inline style sheet. */
export const withInlineStyle = (policy: string, hash: string): string => `${policy};style-src 'self' ${hash}`;
/** Kinds of resources that pages load, besides scripts and styles. */
const LOADED = ['connect', 'font', 'frame', 'img', 'manifest', 'media', 'worker'];
/** Whether a page is current or from an archived edition. */
export type Age = 'today' | 'archived';

/**
 * The policy as a header. The browser enforces it together with the policy in the page. It does not restrict styles,
 * because their hashes change with every edition and a server's configuration should not have to. For archived editions
 * it does not restrict scripts either, because they have an early script with another hash.
 */
export const headerPolicy = (age: Age = 'today'): string =>
  [...LOADED.map((kind) => `${kind}-src 'self'`), ...(age === 'today' ? [SCRIPTS] : []), BOUNDS].join(';');

/** Permissions policy: only features needed for reading. */
const PERMISSIONS =
  'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()';

/** Headers of every response. */
export const COMMON_HEADERS: readonly Header[] = [
  ['Strict-Transport-Security', 'max-age=63072000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', PERMISSIONS],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** How top-level files and folders are shared with other sites. A sandboxed frame requests scripts and styles as another site. */
const SHARED: ReadonlyMap<string, Sharing> = new Map([
  ['_astro/', 'shared'],
  ['embed.js', 'shared'],
  ...[...allPages(), ...Object.values<FileRoute>(FILES)].flatMap(({ path, sharing }): [string, Sharing][] => {
    const [entry] = /^[^/]+\/?/.exec(path.slice(1)) ?? [];
    return entry === undefined || sharing === undefined ? [] : [[entry, sharing]];
  }),
]);

/** How a top-level entry of the site or an archived edition is shared, by its name ("lessons/", "embed.js"). */
export const sharingOf = (entry: string): Sharing => SHARED.get(entry) ?? 'own';

/** The headers that depend on how a file is shared. */
export function sharingHeaders(sharing: Sharing, age: Age = 'today'): Header[] {
  const policy = `${headerPolicy(age)};frame-ancestors ${sharing === 'embed' ? '*' : "'none'"}`;
  return [
    ['Content-Security-Policy', policy],
    ...(sharing === 'embed' ? [] : ([['X-Frame-Options', 'DENY']] as const)),
    ['Cross-Origin-Resource-Policy', sharing === 'own' ? 'same-origin' : 'cross-origin'],
    ...(sharing === 'shared' ? ([['Access-Control-Allow-Origin', '*']] as const) : []),
  ];
}

/** Path patterns of files whose names contain a hash, so that they never change. */
export const HASHED = ['/_astro/*', '/pagefind/index/*', '/pagefind/fragment/*'] as const;
/** Cached for a year without revalidation. */
export const IMMUTABLE: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];
/** Cached but revalidated before each use, so that corrections show at once. */
export const REVALIDATE: Header = ['Cache-Control', 'public, max-age=0, must-revalidate'];
