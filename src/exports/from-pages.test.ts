import { expect, test } from 'vitest';
import { availableExporters, unavailableExporters } from './from-pages.ts';

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
