import { expect } from '@playwright/test';
import { serveEdited } from '../support/edited-site.ts';
import { test } from './webkit.ts';
import { section } from '../support/words.ts';

test('the whole course is stored, and can be read and searched offline', async ({ webkit }) => {
  test.setTimeout(120_000);
  const site = await serveEdited(true);
  try {
    await webkit.goto(`${site.url}offline/`);
    // The script that handles the click has loaded when the size appears.
    await expect.poll(() => webkit.text('[data-do=course]')).toMatch(/MB\)$/);
    await webkit.click('[data-do=course]');
    await expect
      .poll(() => webkit.text('offline-keeper [data-state]'), { timeout: 60_000 })
      .toContain('The whole course is kept on this device');
  } finally {
    await site.stop();
  }
  await webkit.goto(`${site.url}lessons/nadella-at-microsoft/`);
  expect(await webkit.text('h1')).toContain('Microsoft');
  await expect.poll(() => webkit.text('.site-footer')).toContain('this page is kept on this device');
  await webkit.goto(`${site.url}cases/ward-at-night/`);
  await webkit.click('[data-place]:not([hidden]) [data-take]');
  await expect.poll(() => webkit.text('.case-way')).toContain('Choose again');
  await webkit.goto(`${site.url}search/?q=drivers+signature`);
  // A word that occurs only in the full text.
  await expect.poll(() => webkit.text('.search-results')).toContain(section('how-they-differ', 'focus'));
});
