import { expect, test } from 'vitest';
import { availableExporters, unavailableExporters } from './from-pages.ts';
import { fileOf } from './built-page.ts';
import { relativeTo } from './usb-zip.ts';

test('without a browser no PDF is offered, and the reason is named', () => {
  const { CHROMIUM } = process.env;
  try {
    process.env['CHROMIUM'] = '/nowhere/chromium';
    expect(unavailableExporters()).toEqual(
      ['Handout (PDF)', 'Workbook (PDF)', 'PDF', 'Everything for this workshop (zip)'].map((label) => ({
        label,
        reason: 'CHROMIUM names /nowhere/chromium, which does not exist.',
      })),
    );
    const ids = availableExporters().map(({ id }) => id);
    expect(ids).toContain('epub');
    expect(ids).not.toContain('pdf');
    expect(ids).not.toContain('workbook-pdf');
    expect(ids).not.toContain('entry-pdf');
  } finally {
    if (CHROMIUM === undefined) delete process.env['CHROMIUM'];
    else process.env['CHROMIUM'] = CHROMIUM;
  }
});

test('links in a folder are relative paths from file to file', () => {
  const way = (from: string, to: string): string => relativeTo(fileOf(from), fileOf(to));
  expect(way('/', '/lessons/momentum/')).toBe('lessons/momentum/index.html');
  expect(way('/lessons/momentum/', '/')).toBe('../../index.html');
  expect(way('/lessons/momentum/', '/lessons/why-both/')).toBe('../why-both/index.html');
  expect(way('/lessons/momentum/', '/lessons/momentum/')).toBe('index.html');
});
