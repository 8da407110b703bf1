import { existsSync } from 'node:fs';
import { findChromium } from '../../../scripts/browser.mjs';
import { contentOf } from '../../collections/registry.ts';
import { latest } from '../../utils/dates.ts';
import { PAGES } from '../../routes.ts';
import type { MakeFromPages, PageExporter } from '../exporter.ts';

/** The reason why this machine cannot print; undefined if it can. */
function missing(): string | undefined {
  const chromium = findChromium();
  if (chromium === undefined) return 'No Chromium was found. Install one, or set CHROMIUM=/path/to/it.';
  return existsSync(chromium) ? undefined : `CHROMIUM names ${chromium}, which does not exist.`;
}

const load = async (): Promise<MakeFromPages> => (await import('./print.ts')).printPages;

/** The handout of each lesson. */
export const lessonPdf: PageExporter = {
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
  load,
};

/** Each paper to fill in, with its example. */
export const paperPdf: PageExporter = {
  id: 'paper-pdf',
  label: 'Example and blank (PDF)',
  type: 'application/pdf',
  missing,
  list: ({ entries }) =>
    entries
      .filter(({ kind }) => contentOf(kind).paper === true)
      .map(({ path, title, data }) => ({
        path: `${path}paper.pdf`,
        of: path,
        title,
        pages: [path],
        updated: data.published,
      })),
  load,
};

/** The workbook of the course. */
export const workbookPdf: PageExporter = {
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
  load,
};
