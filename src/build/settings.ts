import { isAbsolute, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { toBase } from '../utils/paths.ts';

/** An error that the person who starts a build can put right. Its message is enough, so it has no stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  override stack = '';
}

/** The error message for a wrong value: the reason, and the remedy below it. */
const problem = (reason: string, remedy: string) => ({ error: `${reason}\n    Remedy: ${remedy}` });

const isHttp = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

/** Whether a value is a mailbox or a secure web address, as security.txt requires (RFC 9116). */
const isContact = (value: string): boolean =>
  /^mailto:[^\s@]+@[^\s@]+$/.test(value) || (URL.canParse(value) && new URL(value).protocol === 'https:');

/** Whether a build may empty this folder, which must not contain the project or its sources. */
function isFree(folder: string): boolean {
  const below = relative(process.cwd(), folder);
  const holdsProject = !relative(folder, process.cwd()).startsWith('..');
  const isInProject = !isAbsolute(below) && !below.startsWith('..');
  const [top = ''] = below.split(sep);
  return !holdsProject && !(isInProject && /^(?:src|public|node_modules)$/.test(top));
}

const site = z
  .string()
  .refine(isHttp, problem('is not a web address', 'write it whole: SITE_URL=https://learn.example.org'))
  .transform((value) => new URL(value))
  .refine(
    (url) => url.href === `${url.origin}/`,
    problem(
      'has more than a host',
      'write the host alone, and the path beside it: SITE_URL=https://example.org BASE_PATH=/course/',
    ),
  )
  .transform((url) => url.origin);

const base = z
  .string()
  .transform(toBase)
  .refine(
    (path) => /^\/(?:[\w~-][\w.~-]*\/)*$/.test(path),
    problem(
      'is not a path of plain segments',
      'use letters, digits, "-", "_", "~" and "." between slashes: BASE_PATH=/course/',
    ),
  );

const folder = z
  .string()
  .transform((path) => resolve(path))
  .refine(
    isFree,
    problem(
      'would overwrite the project, because a build empties this folder',
      'name a folder of its own: OUT_DIR=dist',
    ),
  );

/** The folder of a course, relative to the project and with slashes, for messages. */
const content = z.string().transform((path) => relative(process.cwd(), resolve(path)).split(sep).join('/'));

const contact = (name: string) =>
  z
    .string()
    .refine(
      isContact,
      problem(
        'is neither a mailbox nor a secure web address',
        `write ${name}=mailto:someone@example.org or ${name}=https://example.org/report`,
      ),
    );

const date = z
  .string()
  .transform((seconds) => new Date(/^\d+$/.test(seconds) ? Number(seconds) * 1_000 : NaN))
  .refine(
    (day) => !Number.isNaN(day.getTime()),
    problem(
      'is not a number of seconds since 1970',
      'take it from git, for example: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)',
    ),
  );

const choice = <const Values extends readonly string[]>(name: string, values: Values) =>
  z.enum(
    values,
    problem(
      'is none of its values',
      `leave it out, or use ${values.map((value) => `${name}=${value}`).join(', ')}`,
    ),
  );

/** Every environment variable that a build reads, with its default. docs/deploy.md explains them. */
const VARIABLES = z.object({
  /** Origin that the site will be served from. */
  SITE_URL: site.prefault('http://localhost:4321'),
  /** The path that the site is served under. */
  BASE_PATH: base.prefault('/'),
  /** The folder of the course's content. */
  CONTENT_DIR: content.prefault('src/content'),
  /** The folder of the built site. */
  OUT_DIR: folder.prefault('dist'),
  /** Which downloads to make: those that this machine can make; all of them, or fail; only those that pages show. */
  EXPORTS: choice('EXPORTS', ['available', 'all', 'none']).prefault('available'),
  /** Whether new addresses are added to the permalink locks, or only reported. */
  PERMALINKS: choice('PERMALINKS', ['check', 'write']).prefault('check'),
  /** Where to report a vulnerability of this copy of the site. */
  SECURITY_CONTACT: contact('SECURITY_CONTACT').optional(),
  /** Where readers report a mistake in the course: a mailbox, or the page for it. */
  FEEDBACK_URL: contact('FEEDBACK_URL').optional(),
  /** The time of the build (https://reproducible-builds.org/specs/source-date-epoch/). */
  SOURCE_DATE_EPOCH: date.optional(),
});

/** Environment variables that show where a build runs, with the host's name. */
const HOSTS = {
  NETLIFY: 'Netlify',
  CF_PAGES: 'Cloudflare Pages',
  VERCEL: 'Vercel',
  GITHUB_ACTIONS: 'GitHub Actions',
  CI: 'a CI machine',
} as const;

/** Says that SITE_URL is missing. */
export interface MissingAddress {
  message: string;
  /** The build is for visitors and would give them addresses of their own machine. */
  refused: boolean;
}

/** Checks that a build knows the address of its site; undefined if it does. */
export function missingAddress(
  env: Readonly<Record<string, string | undefined>>,
): MissingAddress | undefined {
  if (env['SITE_URL']) return undefined;
  const host = Object.entries(HOSTS).find(([name]) => env[name])?.[1];
  const remedy = 'Set it, for example: SITE_URL=https://learn.example.org';
  return host === undefined
    ? {
        message: `SITE_URL is not set, so links to share begin with http://localhost:4321. ${remedy}`,
        refused: false,
      }
    : { message: `SITE_URL is not set, and this build runs on ${host}. ${remedy}`, refused: true };
}

/**
 * Reads all settings from environment variables. An empty variable counts as missing.
 * @throws an error that lists each wrong value with the reason and the remedy
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { data, error } = VARIABLES.safeParse(given);
  if (error !== undefined) {
    const lines = error.issues.map(({ path: [name = ''], message }) => {
      const variable = String(name);
      return `  ${variable}=${given[variable] ?? ''} ${message}`;
    });
    throw new Refusal(`The build has wrong settings:\n${lines.join('\n')}`);
  }
  return {
    site: data.SITE_URL,
    /** With both slashes: "/course/". */
    base: data.BASE_PATH,
    /** The folder of the course, relative to the project. */
    content: data.CONTENT_DIR,
    /** Absolute. */
    folder: data.OUT_DIR,
    exports: data.EXPORTS,
    permalinks: data.PERMALINKS,
    securityContact: data.SECURITY_CONTACT,
    feedback: data.FEEDBACK_URL,
    sourceDate: data.SOURCE_DATE_EPOCH,
  };
}

export type Settings = ReturnType<typeof readSettings>;

/**
 * The settings of this build, for the configuration, the pages and the build steps. They are not in `astro:env`, because
 * only modules that Vite builds can import it, and the configuration needs the settings earlier.
 */
export const settings = readSettings(process.env);
