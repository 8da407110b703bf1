import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { embedCode } from '../../src/teaching/embeds/embed-code.ts';
import {
  COMMON_HEADERS,
  IMMUTABLE,
  REVALIDATE,
  sharingHeaders,
  type Age,
} from '../../src/components/site/security.ts';
import { builtPages, kindOf } from '../support/site.ts';
import { oneOfEach, TEST_ALL } from '../support/test-all.ts';
import { OLD_EDITION, withOldEdition } from './old-edition.ts';
import {
  DEFAULT_SITE,
  get,
  HAS_IPV6,
  MISSING,
  startCaddy,
  startNginx,
  startPage,
  type Answer,
  type Server,
} from '../support/servers.ts';
import type { Sharing } from '../../src/routes.ts';

const SITES = [
  { base: '/', root: 'dist' },
  { base: '/course/', root: 'dist-course' },
];
// In order, so that each server is started once.
test.describe.configure({ mode: 'default' });

const SERVERS = { nginx: startNginx, caddy: startCaddy };

async function expectHeaders(answer: Answer, sharing: Sharing, age: Age = 'today'): Promise<void> {
  const wanted = [...COMMON_HEADERS, ...sharingHeaders(sharing, age)];
  for (const [name, value] of wanted) expect(answer.headers[name.toLowerCase()], name).toBe(value);
  if (sharing === 'embed') expect(answer.headers['x-frame-options']).toBeUndefined();
}

test('nginx answers for its own name beside the default site of Debian, over IPv6 too', async () => {
  test.skip(MISSING.nginx !== undefined, MISSING.nginx);
  const server = await startNginx('dist');
  try {
    const origins = [server.origin, ...(HAS_IPV6 ? [server.origin.replace('127.0.0.1', '[::1]')] : [])];
    for (const origin of origins) {
      expect((await get(`${origin}/`, { Host: 'learn.example.org' })).status, origin).toBe(200);
      expect((await get(`${origin}/`, { Host: 'other.example.org' })).status, origin).toBe(DEFAULT_SITE);
    }
  } finally {
    await server.stop();
  }
});

for (const name of ['nginx', 'caddy'] as const) {
  for (const { base, root } of SITES) {
    test.describe(`${name} with our configuration, at ${base}`, () => {
      test.skip(MISSING[name] !== undefined, MISSING[name]);
      let served: string;
      let server: Server;
      const at = (path: string): string => `${server.origin}${base}${path}`;
      const folder = join(root, base);
      /** The largest built file with an extension, because small ones are not compressed. */
      const asset = (end: string): string => {
        const size = (file: string): number => statSync(join(folder, '_astro', file)).size;
        const [largest] = readdirSync(join(folder, '_astro'))
          .filter((file) => file.endsWith(end))
          .sort((a, b) => size(b) - size(a));
        return `_astro/${largest ?? ''}`;
      };

      test.beforeAll(async () => {
        served = await withOldEdition(folder, base);
        server = await SERVERS[name](served);
      });
      test.afterAll(async () => {
        await server.stop();
        rmSync(served, { recursive: true });
      });

      test('sends precompressed files', async () => {
        for (const path of [
          'lessons/momentum/index.html',
          asset('.css'),
          asset('.js'),
          'search/quick.json',
          'course.json',
        ]) {
          const url = at(path.replace(/index\.html$/, ''));
          const plain = readFileSync(join(folder, path));
          const brotli = await get(url, { 'Accept-Encoding': 'gzip, br' });
          expect(brotli.headers['content-encoding'], path).toBe('br');
          expect(brotli.body.equals(readFileSync(join(folder, `${path}.br`))), path).toBe(true);
          expect(brotliDecompressSync(brotli.body).equals(plain)).toBe(true);
          const gzip = await get(url, { 'Accept-Encoding': 'gzip' });
          expect(gzip.headers['content-encoding'], path).toBe('gzip');
          expect(gunzipSync(gzip.body).equals(plain)).toBe(true);
          expect(gzip.headers.vary).toMatch(/accept-encoding/i);
          const none = await get(url);
          expect(none.headers['content-encoding']).toBeUndefined();
          expect(none.body.equals(plain)).toBe(true);
        }
      });

      test('lets browsers cache files with a hash for a year, and revalidate pages', async () => {
        for (const path of [asset('.css'), asset('.woff2')])
          expect((await get(at(path))).headers['cache-control']).toBe(IMMUTABLE[1]);
        for (const path of [
          '',
          'lessons/momentum/',
          'search/quick.json',
          'pagefind/pagefind-entry.json',
          // If these were cached for long, a device would stay at an old edition.
          'sw.js',
          'offline/',
          'offline.json',
          'downloads.json',
        ]) {
          const first = await get(at(path), { 'Accept-Encoding': 'br' });
          expect(first.headers['cache-control'], path).toBe(REVALIDATE[1]);
          const etag = first.headers.etag ?? '';
          const again = await get(at(path), { 'Accept-Encoding': 'br', 'If-None-Match': etag });
          expect(again.status, `${path} is asked about by its ETag`).toBe(304);
          expect(again.body.length).toBe(0);
        }
      });

      test('sends security headers, also for embeds and shared files', async () => {
        await expectHeaders(await get(at('')), 'own');
        await expectHeaders(await get(at('lessons/momentum/')), 'own');
        await expectHeaders(await get(at('embed/compare/in-practice/')), 'embed');
        for (const path of [asset('.js'), asset('.woff2'), 'embed.js', 'figures/house.svg', 'links.json'])
          await expectHeaders(await get(at(path)), 'shared');
        await expectHeaders(await get(at('nothing/here/')), 'own');
        expect((await get(at(''))).headers.server ?? '').not.toMatch(/\d/);
      });

      test('allows frames only for embeds', async () => {
        for (const { path } of oneOfEach(builtPages(folder), kindOf)) {
          const { headers } = await get(at(path.slice(1)), {}, 'HEAD');
          const isEmbed = path.startsWith('/embed/');
          expect(headers['content-security-policy'], path).toContain(
            isEmbed ? 'frame-ancestors *' : "frame-ancestors 'none'",
          );
          expect(headers['x-frame-options'], path).toBe(isEmbed ? undefined : 'DENY');
        }
      });

      test('shares the same files of an archived edition, and leaves its scripts to the policy in its pages', async () => {
        const edition = (path: string): Promise<Answer> => get(at(`${OLD_EDITION}${path}`));
        await expectHeaders(await edition('lessons/momentum/'), 'own', 'archived');
        await expectHeaders(await edition('embed/compare/in-practice/'), 'embed', 'archived');
        for (const path of [asset('.js'), 'embed.js', 'figures/house.svg', 'links.json'])
          await expectHeaders(await edition(path), 'shared', 'archived');
        expect((await edition(asset('.js'))).headers['cache-control']).toBe(IMMUTABLE[1]);
        expect((await edition('lessons/momentum/')).headers['cache-control']).toBe(REVALIDATE[1]);
      });

      test('a page of an archived edition runs its own early script', async ({ page }) => {
        await page.goto(at(`${OLD_EDITION}lessons/momentum/`));
        await expect(page.locator('html')).toHaveAttribute('data-early', 'old');
      });

      test('answers an unknown address with our error page and status 404', async () => {
        const lost = readFileSync(join(folder, '404.html'), 'utf8');
        for (const path of [
          'lessons/no-such-lesson/',
          'no-such-folder',
          'no-such-file.md',
          // Folders without an index.
          'embed/',
          'embed/compare/',
          'social/',
          '.well-known/',
          // Files for hosts.
          '_headers',
          '_redirects',
          // If the error were cached for a year, these would be missing long after they exist.
          '_astro/no-such-script.js',
          'embed/no-such-embed/',
          `${OLD_EDITION}no-such-page/`,
        ]) {
          const answer = await get(at(path), { 'Accept-Encoding': 'br' });
          expect(answer.status, path).toBe(404);
          expect(answer.headers['content-encoding'], path).toBe('br');
          expect(brotliDecompressSync(answer.body).toString(), path).toBe(lost);
          expect(answer.headers['content-type'], path).toMatch(/^text\/html; ?charset=utf-8$/i);
          expect(answer.headers['cache-control'], path).toBe(REVALIDATE[1]);
          await expectHeaders(answer, 'own');
        }
        expect((await get(at('no-such-page/'))).body.toString(), 'also to who asks for it plain').toBe(lost);
      });

      test('redirects to the address with its slash, on the same host', async () => {
        const answer = await get(at('lessons/momentum'), { Host: 'learn.example:8443' });
        expect([301, 307, 308]).toContain(answer.status);
        expect(new URL(answer.headers.location ?? '', 'http://learn.example:8443/x').pathname).toBe(
          `${base}lessons/momentum/`,
        );
        expect(answer.headers.location).not.toContain('127.0.0.1');
      });

      // What the path of the site cannot change.
      if (base !== '/' && !TEST_ALL) return;

      test('sends the media type of every kind of file', async () => {
        const types: [string, RegExp][] = [
          ['', /^text\/html; ?charset=utf-8$/i],
          [asset('.css'), /^text\/css/],
          [asset('.js'), /^(?:text|application)\/javascript/],
          [asset('.woff2'), /^font\/woff2/],
          ['figures/house.svg', /^image\/svg\+xml/],
          ['figures/house.png', /^image\/png/],
          ['links.json', /^application\/json/],
          ['course.json', /^application\/json/],
          ['changes.atom', /^application\/atom\+xml/],
          ['lessons/momentum/lesson.md', /^text\/markdown; ?charset=utf-8$/i],
          ['lessons/momentum/questions.qti.zip', /^application\/zip/],
          ['compare/in-practice/table.csv', /^text\/csv; ?charset=utf-8$/i],
          ['lessons/momentum/cite.bib', /^application\/x-bibtex; ?charset=utf-8$/i],
          ['lessons/momentum/cite.ris', /^application\/x-research-info-systems; ?charset=utf-8$/i],
          ['lessons/course.epub', /^application\/epub\+zip$/],
          ['lessons/momentum/handout.pdf', /^application\/pdf$/],
          [
            'lessons/momentum/slides.pptx',
            /^application\/vnd\.openxmlformats-officedocument\.presentationml/,
          ],
          ['sw.js', /^(?:text|application)\/javascript/],
          ['offline.json', /^application\/json/],
          ['downloads.json', /^application\/json/],
          ['llms.txt', /^text\/plain; ?charset=utf-8$/i],
          ['.well-known/security.txt', /^text\/plain; ?charset=utf-8$/i],
          ['sitemap-index.xml', /^(?:text|application)\/xml/],
        ];
        for (const [path, type] of types) {
          const answer = await get(at(path));
          expect(answer.status, path).toBe(200);
          expect(answer.headers['content-type'], path).toMatch(type);
        }
      });

      test('serves only the files of the site', async () => {
        const root = join(served, base);
        writeFileSync(join(root, '.env'), 'SECRET=1');
        mkdirSync(join(root, '.git'), { recursive: true });
        writeFileSync(join(root, '.git/config'), 'secret');
        for (const path of [
          '../package.json',
          '..%2fpackage.json',
          '%2e%2e/package.json',
          '.git/config',
          '.env',
          'lessons/../.env',
        ])
          expect([400, 404], path).toContain((await get(at(path))).status);
        expect([404, 405]).toContain((await get(at('lessons/momentum/'), {}, 'POST')).status);
      });

      test('serves a site whose search works in a browser, and whose pages refuse to be framed', async ({
        page,
      }) => {
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
        });
        await page.goto(at('search/?q=quarterly'));
        await expect(page.locator('.search-panel [role=status]')).toHaveText(/result/);
        await expect(page.locator('.search-panel [role=status]')).not.toContainText('Searching');
        await expect(page.locator('.search-panel [role=status]')).not.toContainText('could not');
        expect(refused).toEqual([]);
        const trainer = await startPage(
          `<iframe name=embed src="${at('embed/compare/in-practice/')}"></iframe><iframe name=page src="${at('about/')}"></iframe>`,
        );
        await page.goto(trainer.origin);
        await expect(page.frameLocator('[name=embed]').locator('table')).toBeVisible();
        await expect.poll(() => refused.join()).toContain('frame-ancestors');
        await expect(page.frameLocator('[name=page]').locator('main')).toHaveCount(0);
        await trainer.stop();
      });

      test('serves embeds that work in a frame with a sandbox, which has no origin of its own', async ({
        page,
      }) => {
        const src = at('embed/compare/in-practice/');
        const code = embedCode({ title: 'A table', src, height: 100, grows: true });
        const trainer = await startPage(code.replace('<iframe', '<iframe sandbox="allow-scripts"'));
        await page.goto(trainer.origin);
        const embed = page.frameLocator('iframe');
        await embed.getByRole('button', { name: 'Managing' }).first().click();
        await expect(embed.getByText('Managing stands out.')).toBeVisible();
        // The style sheet has loaded: a side has its line.
        await expect(embed.locator('tbody td').first()).toHaveCSS('border-left-width', '4px');
        await expect
          .poll(() =>
            embed
              .locator('html')
              .evaluate((html) => html.scrollHeight > 300 && html.scrollHeight <= innerHeight),
          )
          .toBe(true);
        await trainer.stop();
      });
    });
  }
}
