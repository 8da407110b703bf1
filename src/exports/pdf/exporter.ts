import { existsSync } from 'node:fs';
import { findChromium } from '../../../scripts/browser.mjs';
import { contentOf } from '../../collections/registry.ts';
import { latest } from '../../utils/dates.ts';
import { PAGES } from '../../routes.ts';
import type { MakeFromPages, PageExporter } from '../exporter.ts';

/** The reason why this machine cannot print; undefined if it can. */
export function missing(): string | undefined {
  const chromium = findChromium();
  if (chromium === undefined) return 'No Chromium was found. Install one, or set CHROMIUM=/path/to/it.';
  return existsSync(chromium) ? undefined : `CHROMIUM names ${chromium}, which does not exist.`;
}

const load = async (): Promise<MakeFromPages> => (await import('./print.ts')).printPages;

/** The handout of each lesson. Its questions are without answers; the facilitator's guide has them. */
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
      css: 'check-question > details { display: none !important; }',
    })),
  load,
};

/** The pages of entries that people hand out: papers, and the copies of a case. */
export const entryPdf: PageExporter = {
  id: 'entry-pdf',
  label: 'PDF',
  type: 'application/pdf',
  missing,
  list: ({ entries }) =>
    entries.flatMap(({ kind, path, title, data }) =>
      (contentOf(kind).prints ?? []).map(({ name, label, css }) => ({
        path: `${path}${name}.pdf`,
        of: path,
        title,
        label: `${label} (PDF)`,
        pages: [path],
        updated: data.published,
        ...(css === undefined ? {} : { css }),
      })),
    ),
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
