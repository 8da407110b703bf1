import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { shortLinkFinder, shortPath, type ShortLinks } from '../../src/course/short-links.ts';

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

/** What a camera reads in a picture, drawn at this size on a slide. */
async function read(page: Page, picture: string, size: number): Promise<string | undefined> {
  const gray = await page.evaluate(
    async ([src, side]) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = side;
      canvas.height = side;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, side, side);
      const { data } = context?.getImageData(0, 0, side, side) ?? { data: [] };
      return [...data].filter((_, index) => index % 4 === 0);
    },
    [picture, size] as const,
  );
  const pixels = Uint8ClampedArray.from(gray.flatMap((value) => [value, value, value, 255]));
  return jsQR(pixels, size, size)?.data;
}

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
      expect(await read(page, `${baseURL ?? ''}${folder}qr.${format}`, size), `${kind}, ${format}`).toBe(
        `https://blueprint.example${short}`,
      );
    await page.goto(short.slice(1));
    await page.waitForURL(`${baseURL ?? ''}${address.slice(1)}`);
    await expect(page.locator(address.includes('#') ? ':target' : 'h1'), kind).toBeInViewport();
  }
});
