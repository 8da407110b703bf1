import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingAddress, readSettings } from './settings.ts';

test('without variables a build has the defaults, and an empty variable counts as missing', () => {
  const settings = readSettings({});
  expect(settings).toEqual({
    site: 'http://localhost:4321',
    base: '/',
    content: 'src/content',
    folder: resolve('dist'),
    exports: 'available',
    permalinks: 'check',
    securityContact: undefined,
    feedback: undefined,
    sourceDate: undefined,
  });
  expect(readSettings({ SITE_URL: '', BASE_PATH: '', SECURITY_CONTACT: '' })).toEqual(settings);
});

test('settings are accepted in the forms that people write', () => {
  expect(
    readSettings({
      SITE_URL: 'https://learn.example.org/',
      BASE_PATH: 'team/course',
      OUT_DIR: '../elsewhere',
      EXPORTS: 'none',
      SECURITY_CONTACT: 'mailto:security@example.org',
      FEEDBACK_URL: 'https://example.org/issues',
      SOURCE_DATE_EPOCH: '86400',
    }),
  ).toMatchObject({
    site: 'https://learn.example.org',
    base: '/team/course/',
    folder: resolve('../elsewhere'),
    exports: 'none',
    securityContact: 'mailto:security@example.org',
    feedback: 'https://example.org/issues',
    sourceDate: new Date('1970-01-02'),
  });
  expect(readSettings({ BASE_PATH: '/course/e/1.0/' }).base).toBe('/course/e/1.0/');
});

const WRONG: [name: string, value: string, reason: RegExp][] = [
  ['SITE_URL', 'learn.example.org', /is not a web address\n.*Remedy: .*SITE_URL=https:/],
  ['SITE_URL', 'ftp://example.org', /is not a web address/],
  ['SITE_URL', 'https://example.org/course/', /has more than a host\n.*Remedy: .*BASE_PATH=/],
  ['BASE_PATH', '/a course/', /is not a path of plain segments\n.*Remedy: /],
  ['BASE_PATH', '/../', /is not a path/],
  ['OUT_DIR', '.', /would overwrite the project.*\n.*Remedy: .*OUT_DIR=dist/],
  ['OUT_DIR', '..', /would overwrite the project/],
  ['OUT_DIR', 'src/content', /would overwrite the project/],
  ['EXPORTS', 'foo', /is none of its values\n.*Remedy: .*EXPORTS=none/],
  ['PERMALINKS', 'yes', /is none of its values\n.*Remedy: .*PERMALINKS=write/],
  ['SECURITY_CONTACT', 'me@example.org', /is neither a mailbox.*\n.*Remedy: .*mailto:/],
  ['FEEDBACK_URL', 'write to us', /is neither a mailbox.*\n.*Remedy: .*FEEDBACK_URL=mailto:/],
  ['SOURCE_DATE_EPOCH', 'today', /is not a number of seconds.*\n.*Remedy: /],
];
for (const [name, value, reason] of WRONG)
  test(`${name}=${value} is refused with the reason and the remedy`, () => {
    const read = (): unknown => readSettings({ [name]: value });
    expect(read).toThrow(`${name}=${value}`);
    expect(read).toThrow(reason);
  });

test('a build reports all wrong settings at once, and writes nothing', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    {
      encoding: 'utf8',
      env: { ...process.env, SITE_URL: 'nowhere', EXPORTS: 'foo', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  expect(status).toBe(1);
  expect(stdout + stderr).toContain('SITE_URL=nowhere is not a web address');
  expect(stdout + stderr).toContain('EXPORTS=foo is none of its values');
});

test('a build without an address warns, and is refused on a host', () => {
  expect(missingAddress({ SITE_URL: 'https://learn.example.org', NETLIFY: 'true' })).toBeUndefined();
  expect(missingAddress({})).toMatchObject({ refused: false });
  for (const [variable, host] of [
    ['NETLIFY', 'Netlify'],
    ['CF_PAGES', 'Cloudflare Pages'],
    ['VERCEL', 'Vercel'],
    ['GITHUB_ACTIONS', 'GitHub Actions'],
    ['CI', 'a CI machine'],
  ] as const) {
    const missing = missingAddress({ [variable]: '1', SITE_URL: '' });
    expect(missing?.refused).toBe(true);
    expect(missing?.message).toContain(host);
    expect(missing?.message).toContain('SITE_URL=https://');
  }
});
