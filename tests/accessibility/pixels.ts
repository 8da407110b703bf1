import type { Page } from '@playwright/test';

/** The difference of two images of the same size. */
export interface Difference {
  /** Pixels whose old and new colors have a contrast of 3:1 or more (WCAG 2.2, 1.4.11 and 2.4.13). */
  clear: number;
  /** All pixels of an image. */
  all: number;
}

/** Compares two screenshots in the browser, which can decode them. */
export function difference(page: Page, before: Buffer, after: Buffer): Promise<Difference> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          if (context === null) throw new Error('This browser has no canvas.');
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (one === undefined || other === undefined || one.data.length !== other.data.length)
        throw new Error('The pictures are of different sizes.');
      /** Relative luminance (WCAG 2.2) of the pixel at a byte offset. */
      const luminance = ({ data }: ImageData, at: number): number => {
        const [red = 0, green = 0, blue = 0] = [...data.slice(at, at + 3)].map((byte) => {
          const channel = byte / 255;
          return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const all = one.data.length / 4;
      const [bytes, others] = [one.data, other.data];
      let clear = 0;
      for (let at = 0; at < bytes.length; at += 4) {
        const same =
          bytes[at] === others[at] && bytes[at + 1] === others[at + 1] && bytes[at + 2] === others[at + 2];
        if (same) continue;
        const [darker = 0, lighter = 0] = [luminance(one, at), luminance(other, at)].sort((a, b) => a - b);
        if ((lighter + 0.05) / (darker + 0.05) >= 3) clear += 1;
      }
      return { clear, all };
    },
    [before.toString('base64'), after.toString('base64')],
  );
}
