import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { shortLinkFinder, shortPath, type ShortLinks } from '../../src/course/short-links.ts';
import { readCode } from '../support/qr.ts';

const idOf = shortLinkFinder(
  JSON.parse(readFileSync('src/content/short-links.lock.json', 'utf8')) as ShortLinks,
);

/** A piece of each kind: where its files lie, and its address. */
const PIECES = [
  ['a lesson', 'lessons/momentum/', '/lessons/momentum/'],
  ['a concept', 'concepts/drift/', '/concepts/drift/'],
  ['a comparison', 'compare/in-practice/', '/compare/in-practice/'],
  ['a figure', 'figures/house/', '/figures/house/'],
  ['a question', 'questions/q-spot-the-shortage/', '/lessons/why-both/#q-spot-the-shortage'],
] as const;

test('the QR code of a piece is its lasting link, which leads to the very place', async ({
  page,
  baseURL,
}) => {
  for (const [kind, folder, address] of PIECES) {
    const short = shortPath(idOf(address) ?? '');
    await page.goto('about/');
    // As a PNG that is drawn small, and as the SVG drawn large.
    for (const [format, size] of [
      ['png', 220],
      ['svg', 600],
    ] as const)
      expect(await readCode(page, `${baseURL ?? ''}${folder}qr.${format}`, size), `${kind}, ${format}`).toBe(
        `https://blueprint.example${short}`,
      );
    await page.goto(short.slice(1));
    await page.waitForURL(`${baseURL ?? ''}${address.slice(1)}`);
    await expect(page.locator(address.includes('#') ? ':target' : 'h1'), kind).toBeInViewport();
  }
});
