import type { Page } from '@playwright/test';

/**
 * Lays a style sheet over the page, as a reader's own would, and returns what takes it away again. The page's policy
 * refuses added `<style>` elements; constructed sheets it leaves alone.
 */
export async function layOver(page: Page, css: string): Promise<() => Promise<void>> {
  const sheet = await page.evaluateHandle((text) => {
    const own = new CSSStyleSheet();
    own.replaceSync(text);
    document.adoptedStyleSheets.push(own);
    return own;
  }, css);
  return () =>
    sheet.evaluate((own) => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== own);
    });
}
