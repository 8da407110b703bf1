import type { Page } from '@playwright/test';
import jsQR from 'jsqr';

/** What a camera reads in a picture that is drawn at a size. */
export async function readCode(page: Page, picture: string, size: number): Promise<string | undefined> {
  // As text, because a list of so many numbers takes seconds on its way out of the browser.
  const pixels = await page.evaluate(
    async ([src, side]) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = side;
      canvas.height = side;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, side, side);
      const data = context?.getImageData(0, 0, side, side).data ?? [];
      return Array.from(data, (value) => String.fromCharCode(value)).join('');
    },
    [picture, size] as const,
  );
  return jsQR(Uint8ClampedArray.from(Buffer.from(pixels, 'latin1')), size, size)?.data;
}
