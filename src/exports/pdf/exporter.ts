import { existsSync } from 'node:fs';
import { findChromium } from '../../../scripts/browser.mjs';
import { latest } from '../../utils/dates.ts';
import { PAGES } from '../../routes.ts';
import type { PageExporter } from '../exporter.ts';
import { printPages } from './print.ts';

/** Why nothing can be printed on this machine. */
function missing(): string | undefined {
  const chromium = findChromium();
  if (chromium === undefined) return 'No Chromium was found. Install one, or set CHROMIUM=/path/to/it.';
  return existsSync(chromium) ? undefined : `CHROMIUM names ${chromium}, which is not there.`;
}

/** Each lesson's page on paper. */
export const handout: PageExporter = {
  id: 'pdf',
  label: 'Handout (PDF)',
  type: 'application/pdf',
  missing,
  list: ({ lessons }) =>
    lessons.map(({ path, title, updated }) => ({
      path: `${path}handout.pdf`,
      of: path,
      title,
      pages: [path],
      updated,
    })),
  make: printPages,
};

/** The workbook of the course on paper. */
export const workbook: PageExporter = {
  id: 'workbook-pdf',
  label: 'Workbook (PDF)',
  type: 'application/pdf',
  missing,
  list: ({ lessons }) => [
    {
      path: `${PAGES.workbook.path}workbook.pdf`,
      of: PAGES.workbook.path,
      title: 'Workbook',
      pages: [PAGES.workbook.path],
      updated: latest(lessons.map(({ updated }) => updated)),
    },
  ],
  make: printPages,
};
