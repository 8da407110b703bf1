import type { Page } from '@playwright/test';

/**
 * Applies a style sheet like a reader's own. Uses a constructed style sheet, because the page's policy blocks added
 * `<style>` elements.
 * @returns a function that removes it
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
