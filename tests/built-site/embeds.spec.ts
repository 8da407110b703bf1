import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { EMBED_HEIGHT, embedCode } from '../../src/teaching/embeds/embed-code.ts';
import { axeProblems } from '../support/axe.ts';
import { startPage, type Server } from '../support/servers.ts';
import { builtPages, documentOf } from '../support/site.ts';

const PIECES = {
  comparison: 'embed/compare/in-practice/',
  figure: 'embed/figures/house/',
  concept: 'embed/concepts/drift/',
  question: 'embed/questions/q-spot-the-shortage/',
  lesson: 'embed/lessons/how-they-differ/',
} as const;
const KINDS = Object.keys(PIECES) as (keyof typeof PIECES)[];

/** Reads every message as JSON, as Canvas does, and takes down what it cannot read. */
const LISTENER = `<script>
  heard = []; unread = [];
  addEventListener('message', (event) => {
    try { heard.push(JSON.parse(event.data)); } catch (error) { unread.push(String(event.data)); }
  });
</script>`;

let trainer: Server | undefined;

/** Opens a page of another origin with a piece in a frame. */
async function embedded(page: Page, body: string): Promise<FrameLocator> {
  trainer = await startPage(`<title>A course</title>${body}`);
  await page.goto(trainer.origin);
  const frame = page.frameLocator('iframe');
  // The page does not wait for its frame, which is lazy.
  await expect.poll(() => frame.locator('html').evaluate(() => document.readyState)).toBe('complete');
  return frame;
}

test.afterEach(async () => {
  await trainer?.stop();
  trainer = undefined;
});

/** How a document stands in its frame. */
const fit = (frame: FrameLocator) =>
  frame.locator('html').evaluate((html) => ({
    missing: Math.max(0, html.scrollHeight - innerHeight),
    spare: innerHeight - document.body.getBoundingClientRect().height,
    sideways: Math.max(0, html.scrollWidth - innerWidth),
  }));

for (const kind of KINDS) {
  const frameOf = (
    baseURL: string | undefined,
    grows: boolean,
    height: number = EMBED_HEIGHT[kind],
  ): string => embedCode({ title: 'A piece', src: `${baseURL ?? ''}${PIECES[kind]}`, height, grows });

  test(`a ${kind} grows to its content in another origin, and tells Canvas`, async ({ page, baseURL }) => {
    const frame = await embedded(page, LISTENER + frameOf(baseURL, true, 100));
    for (const width of [1000, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => {
          const { missing, spare } = await fit(frame);
          return missing === 0 && spare < 40;
        })
        .toBe(true);
      expect((await fit(frame)).sideways).toBe(0);
    }
    const { heard, unread } = await page.evaluate(() => {
      const { heard, unread } = globalThis as unknown as { heard: unknown[]; unread: string[] };
      return { heard, unread };
    });
    expect(unread).toEqual([]);
    expect(heard.length).toBeGreaterThan(0);
    for (const message of heard)
      expect(message).toEqual({
        subject: 'lti.frameResize',
        type: 'blueprint-and-build:height',
        height: expect.any(Number),
      });
  });

  test(`a ${kind} at a fixed height can be scrolled to its license and its link back`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width: 340, height: 700 });
    const frame = await embedded(page, frameOf(baseURL, false));
    await expect(frame.getByRole('heading').first()).toBeVisible();
    expect((await fit(frame)).sideways).toBe(0);
    const credit = frame.getByRole('link', { name: 'CC BY 4.0' });
    await page.mouse.move(170, 200);
    await page.mouse.wheel(0, 20_000);
    await expect(credit).toBeInViewport();
    await expect(credit).toHaveAttribute('rel', 'license');
    await expect
      .poll(() => frame.locator('html').evaluate((html) => scrollY + innerHeight >= html.scrollHeight - 1))
      .toBe(true);
    // The link opens in the whole window.
    const back = frame.getByRole('link', { name: 'Blueprint & Build' });
    const home = (await back.getAttribute('href')) ?? '';
    expect(home).toMatch(/^https:\/\/blueprint\.example\/(?:compare|figures|concepts|lessons)\//);
    await page.route('https://blueprint.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>The site</h1>' }),
    );
    await back.click();
    await expect(page.getByRole('heading', { name: 'The site' })).toBeVisible();
    expect(page.url()).toBe(home);
  });

  test(`a ${kind} is complete where scripts are refused`, async ({ page, baseURL }) => {
    const code = frameOf(baseURL, false).replace('<iframe', '<iframe sandbox=""');
    const frame = await embedded(page, code);
    const built = readFileSync(join('dist', PIECES[kind], 'index.html'), 'utf8');
    if (kind === 'comparison') {
      const rows = built.match(/<th role="rowheader"/g)?.length ?? 0;
      expect(rows).toBeGreaterThan(3);
      await expect(frame.getByRole('rowheader')).toHaveCount(rows);
      await expect(frame.getByRole('button', { name: 'Which is it?' })).toHaveCount(0);
    } else if (kind === 'question') {
      await expect(frame.getByRole('button', { name: 'Check' })).toHaveCount(0);
      await frame.getByText('Answer and feedback').click();
      await expect(frame.locator('.answers > li').first()).toBeVisible();
    } else if (kind === 'lesson') await expect(frame.locator('.answers')).toHaveCount(5);
    else if (kind === 'concept') await expect(frame.locator('.lede')).not.toBeEmpty();
    else await expect(frame.locator('figure svg').first()).toBeVisible();
    await expect(frame.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
  });
}

// Each of them alone is among the pages of each-page.spec.ts.
test('a piece has the theme that its address says, and axe finds nothing where it is used', async ({
  page,
}) => {
  for (const [theme, other, ground] of [
    ['dark', 'light', 'rgb(14, 24, 38)'],
    ['light', 'dark', 'rgb(251, 250, 247)'],
  ] as const) {
    await page.emulateMedia({ colorScheme: other });
    for (const kind of KINDS) {
      await page.goto(`${PIECES[kind]}?theme=${theme}`);
      await expect(page.locator('html'), kind).toHaveCSS('background-color', ground);
      if (kind === 'comparison') {
        // A theme of colors is none of rows, which would open by itself.
        await expect(page.getByRole('button', { name: 'More', expanded: false })).toBeVisible();
        await page.getByRole('button', { name: 'More' }).click();
      } else if (kind === 'question') {
        await page.getByRole('radio').first().check();
        await page.getByRole('button', { name: 'Check' }).click();
      } else continue;
      expect(await axeProblems(page), kind).toEqual([]);
    }
  }
  await page.goto(`${PIECES.comparison}?theme=neon`);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('a question answered in a frame gives its feedback, and keeps nothing', async ({ page, baseURL }) => {
  const src = `${baseURL ?? ''}${PIECES.question}`;
  const frame = await embedded(page, embedCode({ title: 'A question', src, height: 520, grows: true }));
  await frame.getByRole('radio').first().check();
  await frame.getByRole('button', { name: 'Check' }).click();
  await expect(frame.getByRole('status').first()).toContainText('The feedback says why');
  await expect(frame.locator('.answers > li').first()).toBeVisible();
  const kept = await frame
    .locator('html')
    .evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, 0, '']);
});

test('every bare page has an oEmbed document, and the page it comes from names it', () => {
  const pages = builtPages();
  const named = new Set(
    pages.flatMap((page) => {
      const link = documentOf(page).querySelector('link[type="application/json+oembed"]');
      return link === null ? [] : [new URL(link.getAttribute('href') ?? '').pathname];
    }),
  );
  const bare = pages.filter(({ path }) => path.startsWith('/embed/'));
  expect(bare.length).toBeGreaterThan(100);
  for (const { path } of bare) {
    const file = join('dist', path, 'oembed.json');
    expect(existsSync(file), file).toBe(true);
    const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(data).toMatchObject({ version: '1.0', type: 'rich', provider_url: 'https://blueprint.example/' });
    expect(data['html']).toContain(`<iframe src="https://blueprint.example${path}"`);
    expect(data['width']).toBeGreaterThan(300);
    expect(data['height']).toBeGreaterThan(100);
    // A question has no page of its own, and its lesson has several; a lesson has no bytes left to name its own.
    if (!/^\/embed\/(?:questions|lessons)\//.test(path))
      expect([...named], path).toContain(`${path}oembed.json`);
  }
});
