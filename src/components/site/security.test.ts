import { expect, test } from 'vitest';
import { COMMON_HEADERS, headerPolicy, sharingHeaders } from './security.ts';

/** Written out, so that a header that is taken out of the code fails here. */
const EVERYWHERE = {
  'Strict-Transport-Security': /^max-age=\d{8}$/,
  'X-Content-Type-Options': /^nosniff$/,
  'Referrer-Policy': /^strict-origin-when-cross-origin$/,
  'Permissions-Policy': /camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\).*usb=\(\)/,
  'Cross-Origin-Opener-Policy': /^same-origin$/,
};

test('every response has the headers that protect a reader', () => {
  const sent = new Map(COMMON_HEADERS);
  expect([...sent.keys()].sort()).toEqual(Object.keys(EVERYWHERE).sort());
  for (const [name, value] of Object.entries(EVERYWHERE)) expect(sent.get(name), name).toMatch(value);
});

test('only embeds may be framed, and only shared files may be read by other sites', async () => {
  const names = async (sharing: 'own' | 'shared' | 'embed'): Promise<Record<string, string>> =>
    Object.fromEntries(sharingHeaders(sharing));
  const [own, shared, embed] = [await names('own'), await names('shared'), await names('embed')];
  for (const headers of [own, shared]) {
    expect(headers['X-Frame-Options']).toBe('DENY');
    expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  }
  expect(embed['X-Frame-Options']).toBeUndefined();
  expect(embed['Content-Security-Policy']).toContain('frame-ancestors *');
  expect([own, shared, embed].map((headers) => headers['Cross-Origin-Resource-Policy'])).toEqual([
    'same-origin',
    'cross-origin',
    'cross-origin',
  ]);
  expect(shared['Access-Control-Allow-Origin']).toBe('*');
  expect(own['Access-Control-Allow-Origin']).toBeUndefined();
});

test('the policy of pages allows this site alone', async () => {
  const policy = headerPolicy();
  for (const kind of ['connect', 'font', 'frame', 'img', 'manifest', 'media', 'worker'])
    expect(policy).toContain(`${kind}-src 'self'`);
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'/);
});
