import type { AstroIntegrationLogger, HookParameters } from 'astro';
import { expect, test } from 'vitest';
import { leftOut } from '../../src/exporters/left-out.ts';
import { leftOutExports } from '../../src/integrations/left-out-exports.ts';

test('a build without a browser says so and leaves every PDF out', () => {
  const { CHROMIUM, EXPORTS_LEFT_OUT } = process.env;
  const said: string[] = [];
  try {
    process.env['CHROMIUM'] = '/nowhere/chromium';
    void leftOutExports().hooks['astro:config:done']?.({
      logger: { warn: (text) => said.push(text) } as Pick<AstroIntegrationLogger, 'warn'>,
    } as HookParameters<'astro:config:done'>);
    expect(leftOut()).toEqual(expect.arrayContaining(['pdf', 'workbook-pdf']));
    expect(said.filter((text) => text.includes('/nowhere/chromium'))).toEqual([
      expect.stringContaining('Left out: Handout (PDF)'),
      expect.stringContaining('Left out: Workbook (PDF)'),
    ]);
  } finally {
    for (const [name, value] of Object.entries({ CHROMIUM, EXPORTS_LEFT_OUT })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});
