import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeHostFiles, headersFile, MOST_BLOCKS } from '../../src/build/host-files.ts';
import {
  COMMON_HEADERS,
  headerPolicy,
  IMMUTABLE,
  sharingHeaders,
} from '../../src/components/site/security.ts';
import { builtPages } from '../support/site.ts';
import type { Sharing } from '../../src/routes.ts';

/** A rule of `_headers`: a path pattern and its headers. */
type Rule = readonly [pattern: RegExp, headers: readonly (readonly [name: string, value: string])[]];

/** Converts a path pattern: "*" matches anything, ":name" one segment. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replace(/:\w+/g, '[^/]+')}$`,
  );

/** The rules of a `_headers` file. */
const rulesOf = (text: string): Rule[] =>
  text.split(/\n(?=\S)/).map((block) => {
    const [path = '', ...lines] = block.trimEnd().split('\n');
    return [
      patternOf(path),
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
      }),
    ] as const;
  });

/** The headers that a host sends according to a `_headers` file: those of all matching rules, joined by commas. */
function hostHeaders(text: string): (path: string) => Map<string, string> {
  const rules = rulesOf(text);
  return (path) => {
    const sent = new Map<string, string>();
    for (const [pattern, headers] of rules) {
      if (!pattern.test(path)) continue;
      for (const [name, value] of headers) {
        const before = sent.get(name);
        sent.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return sent;
  };
}

/** Whom a path is for, said once more here, and not read from what is tested. */
function sharingAt(path: string): Sharing {
  const entry = path.split('/')[1] ?? '';
  if (entry === 'embed') return 'embed';
  return /^(?:_astro|embed\.js|figures|social|changes\.atom|(?:links|course|course\.schema)\.json)$/.test(
    entry,
  )
    ? 'shared'
    : 'own';
}

/** What stands at the top of a built site, but for what hosts read and compressed copies. */
const topOf = (dist: string): { name: string; isFolder: boolean }[] =>
  readdirSync(dist, { withFileTypes: true })
    .filter(({ name }) => !/^_(?:headers|redirects)$|\.(?:br|gz)$/.test(name))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));

/** Paths that a browser may ask for: every page, every file at the top, and one file of every folder. */
function askedFor(dist: string): string[] {
  return [
    ...builtPages(dist).map(({ path }) => path),
    ...topOf(dist).map(({ name, isFolder }) => (isFolder ? `/${name}/some/file.txt` : `/${name}`)),
  ].filter((path) => path !== '/index.html');
}

test('hosts that read `_headers` send each file its own headers, and each of them once', async () => {
  const headersAt = hostHeaders(readFileSync('dist/_headers', 'utf8'));
  const wrong: string[] = [];
  for (const path of askedFor('dist')) {
    const sharing = sharingAt(path);
    const sent = headersAt(path);
    const wanted: (readonly [name: string, value: string | undefined])[] = [
      ...COMMON_HEADERS,
      ...sharingHeaders(sharing),
      ['Cache-Control', path.startsWith('/_astro/') ? IMMUTABLE[1] : undefined],
    ];
    for (const [name, value] of wanted)
      if (sent.get(name) !== value) wrong.push(`${path}: ${name}: ${sent.get(name) ?? 'none'}`);
    if (sent.has('X-Frame-Options') !== (sharing !== 'embed')) wrong.push(`${path}: X-Frame-Options`);
  }
  expect(wrong).toEqual([]);
});

test('what hosts keep for ever has a hash in its name', () => {
  const headersAt = hostHeaders(readFileSync('dist/_headers', 'utf8'));
  for (const path of [
    '/_astro/page.js',
    '/pagefind/index/en_1.pf_index',
    '/pagefind/fragment/en_1.pf_fragment',
  ])
    expect(headersAt(path).get('Cache-Control'), path).toBe(IMMUTABLE[1]);
  for (const path of ['/', '/lessons/momentum/', '/sw.js', '/offline.json', '/pagefind/pagefind.js'])
    expect(headersAt(path).has('Cache-Control'), path).toBe(false);
});

test('hosts read no more blocks than Cloudflare Pages allows, also with kept editions', async () => {
  const { text } = await written('https://blueprint.example', '/');
  expect(text.match(/^\//gm)?.length).toBeLessThanOrEqual(100);
});

test('short links of a large course take no blocks from pages', async () => {
  const numbers = Array.from({ length: MOST_BLOCKS }, (_, at) => `${at + 1}/`);
  const text = headersFile('/', [...numbers, 'about/', 'workbook/']);
  expect(text.match(/^\//gm)?.length).toBeLessThanOrEqual(MOST_BLOCKS);
  const headersAt = hostHeaders(text);
  for (const path of ['/about/', '/workbook/'])
    expect(headersAt(path).get('X-Frame-Options'), path).toBe('DENY');
});

/** What the step writes and says for the site of today with two small kept editions. */
async function written(site: string, base: string): Promise<{ text: string; warnings: string[] }> {
  const out = mkdtempSync(join(tmpdir(), 'host-files-'));
  try {
    for (const { name, isFolder } of topOf('dist')) {
      if (isFolder) mkdirSync(join(out, name));
      else cpSync(join('dist', name), join(out, name));
      for (const number of ['1.0', '1.1']) {
        const file = join(out, 'e', number, isFolder ? `${name}/index.html` : name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, '');
      }
    }
    const warnings: string[] = [];
    const silent = (): void => undefined;
    const built = { folder: out, origin: site, base, links: [] };
    writeHostFiles(
      built,
      { securityContact: undefined, sourceDate: undefined },
      { info: silent, warn: (warning) => warnings.push(warning) },
    );
    return { text: readFileSync(join(out, '_headers'), 'utf8'), warnings };
  } finally {
    rmSync(out, { recursive: true });
  }
}

for (const base of ['/', '/course/']) {
  test(`kept editions have blocks of their own, which leave scripts to their pages, at ${base}`, async () => {
    const headersAt = hostHeaders((await written('https://blueprint.example', base)).text);
    for (const edition of ['e/1.0', 'e/1.1']) {
      for (const path of [
        '/',
        '/404.html',
        '/lessons/momentum/',
        '/embed/house/',
        '/_astro/page.js',
        '/embed.js',
        '/links.json',
      ]) {
        const sent = headersAt(`${base}${edition}${path}`);
        const sharing = sharingAt(path);
        for (const [name, value] of [...COMMON_HEADERS, ...sharingHeaders(sharing, 'archived')])
          expect(sent.get(name), `${edition}${path}: ${name}`).toBe(value);
        expect(sent.has('X-Frame-Options'), path).toBe(sharing !== 'embed');
        expect(sent.get('Cache-Control'), path).toBe(path.startsWith('/_astro/') ? IMMUTABLE[1] : undefined);
      }
    }
  });
}

test('the policy for kept editions is that of today but for scripts', async () => {
  const today = headerPolicy().split(';');
  const kept = headerPolicy('archived').split(';');
  expect(today.filter((part) => !kept.includes(part)).map((part) => part.split(' ')[0])).toEqual([
    'script-src',
  ]);
  expect(kept.filter((part) => !today.includes(part))).toEqual([]);
});

test('a build for the public says when nobody can report a weakness to it', async () => {
  const ask = async (site: string): Promise<string> => (await written(site, '/')).warnings.join();
  expect(await ask('https://learn.example.org')).toMatch(
    /security\.txt.*Remedy: build with SECURITY_CONTACT=/,
  );
  for (const site of ['https://blueprint.example', 'http://learn.example.org', 'https://localhost:8443'])
    expect(await ask(site), site).toBe('');
});
