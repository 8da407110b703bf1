import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unpackEdition } from '../../src/build/unpack-editions.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { copyProject } from '../support/project-copy.ts';

/** An edition of the small course, whose downloads are made fast; the edition that follows it is made up here. */
const CONTENT = 'tests/fixtures/course';
const LESSON = 'lessons/mix-the-dough/';
const TABLE = 'compare/loaf-and-roll/';
const NUMBER = '1.0';
const NEWER = '1.1';

test.describe.configure({ mode: 'serial' });

let project = '';
let out = '';

const ENV = { SITE_URL: 'https://blueprint.example', BASE_PATH: '/', CONTENT_DIR: CONTENT };
const zip = (): Uint8Array => new Uint8Array(readFileSync(join(project, 'editions', `${NUMBER}.zip`)));

test.beforeAll(() => {
  test.setTimeout(180_000);
  project = copyProject();
  cpSync(CONTENT, join(project, CONTENT), { recursive: true });
  const kept = spawnSync(process.execPath, ['scripts/archive-edition.mjs'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...ENV },
  });
  expect(kept.status, kept.stdout + kept.stderr).toBe(0);
  out = join(project, 'out');
  unpackEdition(zip(), { out, base: '/', number: NUMBER, newest: NEWER });
});

test.afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Puts the kept edition below the site of today, as a deployment does. */
async function serveEdition(page: Page): Promise<void> {
  await page.route(`**/e/${NUMBER}/**`, async (route) => {
    const path = join(out, decodeURIComponent(new URL(route.request().url()).pathname));
    const file = path.endsWith('/') ? join(path, 'index.html') : path;
    await (existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 }));
  });
}

test('a page of an edition says so, names the newer one, and leads to itself today', async ({
  page,
  baseURL,
}) => {
  await serveEdition(page);
  await page.goto(`e/${NUMBER}/${LESSON}`);
  await expect(page.getByRole('main')).toContainText(
    `Edition ${NUMBER}, kept as it was on November 28, 2026. Edition ${NEWER} is the newest.`,
  );
  await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').first().click();
  await expect(page, 'links stay in the edition').toHaveURL(new RegExp(`/e/${NUMBER}/`));
  await page.goBack();
  await page.getByRole('link', { name: 'This page today' }).click();
  await expect(page).toHaveURL(`${baseURL}${LESSON}`);
  await expect(page.getByRole('main')).not.toContainText('kept as it was');
});

test('an embed of an edition says so too', async ({ page, baseURL }) => {
  await serveEdition(page);
  await page.goto(`e/${NUMBER}/embed/${TABLE}`);
  await expect(page.getByRole('main')).toContainText(`Edition ${NUMBER}, kept as it was on`);
  await expect(page.getByRole('main')).toContainText(`Edition ${NEWER} is the newest.`);
  await page.getByRole('link', { name: 'This page today' }).click();
  await expect(page).toHaveURL(`${baseURL}${TABLE}`);
});

test('a lasting id resolves in the edition and today', async ({ page, baseURL }) => {
  await serveEdition(page);
  const ids = JSON.parse(readFileSync(`${CONTENT}/short-links.lock.json`, 'utf8')) as Record<string, string>;
  const [id] = Object.entries(ids).find(([, address]) => address === `/${LESSON}`) ?? [];
  await page.goto(`e/${NUMBER}/go/${id}/`);
  await expect(page).toHaveURL(`${baseURL}e/${NUMBER}/${LESSON}`);
  await page.goto(`go/${id}/`);
  await expect(page).toHaveURL(`${baseURL}${LESSON}`);
});

test('search engines are kept from every page of an edition, and sent to the page of today', () => {
  const pages = builtPages(out);
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) {
    const document = documentOf(page);
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content'), page.path).toBe('noindex');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href'), page.path).not.toContain(
      '/e/',
    );
  }
  expect(existsSync(join(out, `e/${NUMBER}/robots.txt`))).toBe(false);
});

test('a number is given once', () => {
  const again = spawnSync(process.execPath, ['scripts/archive-edition.mjs'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...ENV },
  });
  expect(again.status).toBe(1);
  expect(again.stderr).toContain(`Edition ${NUMBER} is archived already`);
});

test('the downloads of an edition come with it, whole, and say which edition they are of', () => {
  const folder = join(out, `e/${NUMBER}`);
  const { edition, downloads } = JSON.parse(readFileSync(join(folder, 'downloads.json'), 'utf8')) as {
    edition: string;
    downloads: { path: string; kind: string; sha256: string }[];
  };
  expect(edition).toBe(NUMBER);
  for (const kind of ['pdf', 'slides', 'package-cmi5', 'epub', 'questions-gift', 'markdown'])
    expect(
      downloads.map((download) => download.kind),
      'every kind is there',
    ).toContain(kind);
  for (const { path, sha256 } of downloads) {
    const content = readFileSync(join(folder, path));
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
  }
});

test('an edition that was kept for another base path is refused, with what to do', () => {
  expect(() => {
    unpackEdition(zip(), {
      out: join(project, 'elsewhere'),
      base: '/course/',
      number: NUMBER,
      newest: NEWER,
    });
  }).toThrow(
    /editions\/1\.0\.zip[^]*archived for \/e\/1\.0\/, but its path would be \/course\/e\/1\.0\/[^]*Remedy: build with/,
  );
  expect(existsSync(join(project, 'elsewhere'))).toBe(false);
});

test('without the address of its site no edition is kept', () => {
  const elsewhere = copyProject();
  try {
    const env = { ...process.env, SITE_URL: '' };
    const kept = spawnSync(process.execPath, ['scripts/archive-edition.mjs'], {
      cwd: elsewhere,
      encoding: 'utf8',
      env,
    });
    expect(kept.status).toBe(1);
    expect(kept.stderr).toContain('Set the address: SITE_URL=');
    expect(existsSync(join(elsewhere, 'editions'))).toBe(false);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
