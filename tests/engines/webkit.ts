import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import { findWebKitDriver } from '../../scripts/browser.mjs';
import { WebDriver } from './webdriver.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

/** Starts a virtual display. Returns its process and name. */
async function startDisplay(): Promise<[ChildProcess, string]> {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(child.stdout, 'data')) as [Buffer];
  return [child, `:${String(number).trim()}`];
}

/**
 * Playwright's test with `webkit`, a new window of WebKitGTK on a virtual display for each test. Compositing is off,
 * because test machines have no graphics card, like some readers' machines.
 */
export const test = base.extend<{ webkit: WebDriver }, { driver: string }>({
  driver: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the required fixtures from the pattern
    async ({}, use) => {
      const [display, name] = await startDisplay();
      const port = await freePort();
      const child = spawn(findWebKitDriver() ?? 'WebKitWebDriver', [`--port=${port}`], {
        stdio: 'ignore',
        env: {
          ...process.env,
          DISPLAY: name,
          WEBKIT_DISABLE_COMPOSITING_MODE: '1',
          // WebKit's sandbox does not start for root, which runs tests in containers.
          ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
        },
      });
      const address = `http://127.0.0.1:${port}`;
      await expect
        .poll(() =>
          fetch(`${address}/status`).then(
            ({ ok }) => ok,
            () => false,
          ),
        )
        .toBe(true);
      await use(address);
      await stop(child);
      await stop(display);
    },
    { scope: 'worker' },
  ],
  webkit: async ({ driver, baseURL }, use) => {
    const webkit = await WebDriver.open(driver, baseURL ?? '');
    await use(webkit);
    await webkit.close();
  },
});
