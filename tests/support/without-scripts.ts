import type { Page } from '@playwright/test';

/**
 * Makes the browser run no script of the pages that come next: each is answered with a sandbox that allows none, which
 * `<noscript>` and `@media (scripting)` see too. (Playwright's `javaScriptEnabled` does nothing over WebDriver BiDi.)
 */
export async function withoutScripts(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': 'sandbox allow-same-origin' };
    return route.fulfill({ response, headers });
  });
}
