import { readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import {
  COMMON_HEADERS,
  CONTENT_POLICY,
  headerPolicy,
  IMMUTABLE,
  inlineHash,
  REVALIDATE,
  withInlineStyle,
} from '../../src/components/site/security.ts';
import { parse, type HTMLElement } from 'node-html-parser';
import { builtPages, documentOf } from '../support/site.ts';

const pages = builtPages();

/** The policy that a page must have: with the hash of its style sheet, where that stands in the page. */
function policyOf(head: HTMLElement): string {
  const sheet = head.querySelector('style');
  return sheet === null ? CONTENT_POLICY : withInlineStyle(CONTENT_POLICY, inlineHash(sheet.textContent));
}

test('every page carries the policy, before anything that it governs', { tag: '@any-course' }, ({ dist }) => {
  const wrong: string[] = [];
  for (const page of builtPages(dist)) {
    const head = parse(page.html.slice(0, page.html.indexOf('</head>')));
    const [, first] = head.querySelectorAll('meta, link, script, style');
    if (
      first?.getAttribute('http-equiv') !== 'Content-Security-Policy' ||
      first.getAttribute('content') !== policyOf(head)
    )
      wrong.push(page.path);
  }
  expect(wrong).toEqual([]);
});

test('the policy allows no inline code but by hash, no eval, and no other origin', () => {
  for (const policy of [CONTENT_POLICY, headerPolicy()])
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|blob:|\*/);
  expect(CONTENT_POLICY).toContain("default-src 'self'");
});

test('no page has inline code that the policy would refuse, and those that others link to have one style sheet inside', () => {
  const faults: string[] = [];
  for (const page of pages) {
    const document = documentOf(page);
    const inside = /^\/(?:(?:lessons|cases)\/[^/]+\/)?$/.test(page.path) ? 1 : 0;
    const sheets = document.querySelectorAll('style').length;
    if (sheets !== inside) faults.push(`${page.path}: ${sheets} style sheets inside`);
    for (const { attributes } of document.querySelectorAll('*'))
      for (const name of Object.keys(attributes))
        if (/^(?:on|style$)/i.test(name)) faults.push(`${page.path}: the attribute ${name}`);
    for (const script of document.querySelectorAll('script:not([src])')) {
      // JSON is data and never runs.
      if (/^application\/(?:ld\+)?json$/.test(script.getAttribute('type') ?? '')) continue;
      if (!CONTENT_POLICY.includes(inlineHash(script.textContent)))
        faults.push(`${page.path}: an inline script`);
    }
  }
  expect(faults).toEqual([]);
});

test('a browser finds nothing to refuse while the full text is searched, which needs WebAssembly', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto('about/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('quarterly');
  const status = page.locator('.search-panel [role=status]');
  await expect(status).toHaveText(/result/);
  await expect(status).not.toContainText('Searching');
  await expect(status).not.toContainText('could not');
  expect(refused).toEqual([]);
});

test('security.txt is complete and still true', () => {
  const text = readFileSync('dist/.well-known/security.txt', 'utf8');
  expect(text).toMatch(/^Contact: (?:https|mailto):/m);
  const until = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(until).toBeGreaterThan(Date.now() + 30 * 86_400_000);
  expect(until).toBeLessThan(Date.now() + 365 * 86_400_000);
});

for (const file of ['hosting/nginx.conf', 'hosting/Caddyfile']) {
  test(`${file} carries the policy and the headers of src/components/site/security.ts`, async () => {
    const text = readFileSync(file, 'utf8');
    for (const age of ['today', 'archived'] as const)
      expect(text, 'copy the policy from src/components/site/security.ts').toContain(
        `"${headerPolicy(age)}"`,
      );
    for (const [name, value] of [...COMMON_HEADERS, IMMUTABLE, REVALIDATE]) {
      expect(text, `${name} is missing or other than in src/components/site/security.ts`).toContain(
        `"${value}"`,
      );
      expect(text).toContain(name);
    }
  });
}
