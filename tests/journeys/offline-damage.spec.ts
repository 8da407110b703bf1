import { expect, type Page } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { PORTAL, type Edit, type EditedSite } from '../support/edited-site.ts';
import {
  cacheCourse,
  cachedText,
  cacheVisited,
  heading,
  LONG,
  read,
  secondEdition,
  state,
  test,
  titleOf,
} from '../support/offline-reader.ts';
import { term } from '../support/words.ts';

/** What a network or host sends in the place of a file, which a device must not keep. */

test.describe.configure({ timeout: 300_000 });

/** A script of lessons, which no other page of the test uses. */
const SCRIPT = /^\/_astro\/_slug_\.astro.*\.js$/;

/** Kinds of damage: what comes in the place of a file, with status 200. */
const DAMAGES: Record<string, Edit> = {
  'another page': () => PORTAL,
  'the first half': (path, file) => file(path)?.subarray(0, 400),
  'a part, with status 206': (path, file) => {
    const body = file(path)?.subarray(0, 400);
    return body && { status: 206, headers: { 'Content-Range': `bytes 0-399/${file(path)?.length}` }, body };
  },
};

/** Applies damage to the files that match. */
const damaged =
  (damage: Edit, isMeant: (path: string) => boolean): Edit =>
  (path, file, asksWhetherChanged) =>
    isMeant(path) ? damage(path, file, asksWhetherChanged) : file(path);

/** Names of cached files whose content is not that of the site. */
const wrongFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { files } = (await (await fetch('/offline.json', { cache: 'no-store' })).json()) as {
      files: [string, string, number][];
    };
    const wrong: string[] = [];
    for (const [path, hash] of files) {
      const cached = await caches.match(path);
      if (cached === undefined) continue;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await cached.arrayBuffer()));
      const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (!hex.startsWith(hash)) wrong.push(path);
    }
    return wrong;
  });

/** Each damage in one place at a change, and in every place with `npm run test:all`. */
Object.entries(DAMAGES).forEach(([name, damage], turn) => {
  if (TEST_ALL || turn === 0)
    test(`${name} in the place of a script is not kept, and the lesson is whole at the next visit`, async ({
      page,
      site,
    }) => {
      await cacheVisited(page, site);
      let sent = 0;
      site.edit(
        damaged(damage, (path) => {
          if (!SCRIPT.test(path)) return false;
          sent += 1;
          return true;
        }),
      );
      await page.goto(`${site.url}lessons/why-both/`);
      await expect(heading(page)).toBeVisible();
      expect(sent).toBeGreaterThan(0);
      site.edit((path, file) => file(path));
      // The browser's own cache keeps a hashed file for a year; the device of the test has none of it.
      const session = await page.context().newCDPSession(page);
      await session.send('Network.clearBrowserCache');
      await read(page, site, 'lessons/why-both/');
      expect(await wrongFiles(page)).toEqual([]);
      await site.stop();
      await page.reload();
      await expect(page.getByRole('button', { name: /Mark this lesson as finished/ })).toBeVisible();
    });

  if (TEST_ALL || turn === 1)
    test(`${name} in the place of files stops keeping the whole course, and the next try succeeds`, async ({
      page,
      site,
    }) => {
      site.edit(damaged(damage, (path) => path === '/search/words.json'));
      await page.goto(`${site.url}offline/`);
      await page.getByRole('button', { name: /Keep the whole course/ }).click();
      await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: LONG });
      site.edit((path, file) => file(path));
      await page.getByRole('button', { name: /Keep the whole course/ }).click();
      await expect(state(page)).toContainText('The whole course is kept', { timeout: LONG });
      expect(await wrongFiles(page)).toEqual([]);
    });

  if (TEST_ALL || turn === 2)
    test(`${name} in the place of a kept lesson does not replace it`, async ({ page, site }) => {
      await cacheVisited(page, site);
      await read(page, site, 'lessons/why-both/');
      site.edit(damaged(damage, (path) => path === '/lessons/why-both/'));
      await page.goto(`${site.url}lessons/why-both/`);
      await read(page, site, 'concepts/drift/');
      expect(await cachedText(page, '/lessons/why-both/')).toContain(titleOf('lessons/why-both/'));
      await site.stop();
      await page.goto(`${site.url}lessons/why-both/`);
      await expect(heading(page)).toHaveText(titleOf('lessons/why-both/'));
    });
});

test('files that are kept come from the device where a network answers with a page of its own', async ({
  page,
  site,
}) => {
  await cacheCourse(page, site);
  site.edit((path, file) => (/\.(?:json|js)$/.test(path) ? PORTAL : file(path)));
  await page.goto(`${site.url}search/?q=delegation`);
  await expect(page.locator('.answer')).toContainText(term('delegation'));
});

test('a reader checks what is kept: a damaged file is found and fetched again', async ({ page, site }) => {
  await cacheCourse(page, site);
  const damage = (pattern: string): Promise<void> =>
    page.evaluate(async (part) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (request.url.includes(part)) await cache.put(request, new Response('<h1>Sign in</h1>'));
      }
    }, pattern);
  await damage('/_astro/_slug_');
  await damage('/concepts/drift/');
  expect((await wrongFiles(page)).length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Check what is kept' }).click();
  await expect(page.getByText(/^Checked: \d+ files were damaged or out of date/)).toBeVisible({
    timeout: LONG,
  });
  expect(await wrongFiles(page)).toEqual([]);
  await page.getByRole('button', { name: 'Check what is kept' }).click();
  await expect(page.getByText('Checked: every file that is kept is right.')).toBeVisible({ timeout: LONG });
});

/** Asks for the whole course, which fails, and again after a change, which keeps all of it. */
async function failsThenKeeps(page: Page, site: EditedSite, mend: () => Promise<void> | void): Promise<void> {
  const keep = page.getByRole('button', { name: /Keep the whole course/ });
  await page.goto(`${site.url}offline/`);
  await keep.click();
  await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: LONG });
  await mend();
  await keep.click();
  await expect(state(page)).toContainText('The whole course is kept', { timeout: LONG });
  expect(await wrongFiles(page)).toEqual([]);
}

test('a connection that is lost half-way costs nothing: the next try goes on', async ({ page, site }) => {
  let sent = 0;
  site.edit((path, file) => {
    sent += 1;
    if (sent === 150) site.behave('is out of reach');
    return file(path);
  });
  await failsThenKeeps(page, site, () => {
    site.behave('answers');
  });
  // What came the first time is not fetched again.
  const { files } = JSON.parse((await cachedText(page, '/offline.json')) ?? '') as { files: unknown[] };
  expect(sent).toBeLessThan(files.length + 100);
});

test('a connection that hangs half-way is given up, and the reader can choose again', async ({
  page,
  site,
}) => {
  await page.clock.install();
  await page.goto(`${site.url}offline/`);
  let sent = 0;
  site.edit((path, file) => {
    sent += 1;
    if (sent === 150) site.behave('hangs');
    return file(path);
  });
  const keep = page.getByRole('button', { name: /Keep the whole course/ });
  await keep.click();
  await expect.poll(() => sent, { timeout: LONG }).toBe(150);
  await expect(async () => {
    await page.clock.fastForward(60_000);
    await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: 1_000 });
  }).toPass({ timeout: LONG });
  await expect(keep).toBeEnabled();
});

test('a device without room for the course says so, and keeps it once there is room', async ({
  page,
  site,
}) => {
  const session = await page.context().newCDPSession(page);
  const origin = new URL(site.url).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await failsThenKeeps(page, site, async () => {
    await session.send('Storage.overrideQuotaForOrigin', { origin });
  });
});

test('a host that says "not changed" of pages of another edition mixes no editions', async ({
  page,
  site,
}) => {
  await cacheCourse(page, site);
  site.edit((path, file, asksWhetherChanged) =>
    asksWhetherChanged && path.startsWith('/lessons/') ? { status: 304 } : secondEdition(path, file, false),
  );
  const check = page.getByRole('button', { name: 'Check what is kept' });
  await check.click();
  await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: LONG });
  for (const path of ['/lessons/momentum/', '/concepts/drift/'])
    expect(await cachedText(page, path)).not.toContain('Second: ');
  site.edit(secondEdition);
  await check.click();
  await expect(state(page)).toContainText('edition 2.0', { timeout: LONG });
  expect(await cachedText(page, '/lessons/momentum/')).toContain('Second: ');
  expect(await wrongFiles(page)).toEqual([]);
});
