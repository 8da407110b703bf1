/** Options of Playwright's `use` for a Firefox. */
interface FirefoxUse {
  channel?: string;
  launchOptions: { executablePath: string };
}

export const CHROMIUM_ARGS: string[];
export function findChromium(): string | undefined;
export function findFirefox(): FirefoxUse | undefined;
export function findWebKitDriver(): string | undefined;
export function findWebKit(): string | undefined;
export function engines(): ('chromium' | 'firefox' | 'webkit')[];
export function ensureBrowsers(): string[];
