import { existsSync } from 'node:fs';
import { findChromium } from '../../scripts/browser.mjs';
import { settings } from '../build/settings.ts';
import { contentOf } from '../collections/registry.ts';
import type { Course } from '../course/types.ts';
import { permalinks } from '../links.ts';
import { PAGES, routeOf } from '../routes.ts';
import { SITE_NAME, TITLE } from '../site.ts';
import { latest } from '../utils/dates.ts';
import type { MakeFromPages, PageExporter } from './exporter.ts';
import { PACKAGE_EXPORTERS } from './lms/exporter.ts';

/** The reason why this machine cannot print; undefined if it can. */
function missing(): string | undefined {
  const chromium = findChromium();
  if (chromium === undefined) return 'No Chromium was found. Install one, or set CHROMIUM=/path/to/it.';
  return existsSync(chromium) ? undefined : `CHROMIUM names ${chromium}, which does not exist.`;
}

const load = async (): Promise<MakeFromPages> => (await import('./pdf/print.ts')).printPages;

/** What all exporters of printed pages have in common. */
const PDF = { type: 'application/pdf', missing, load } as const;

const newest = ({ lessons }: Course): Date => latest(lessons.map(({ updated }) => updated));

/** Every exporter that works from built pages; add new ones here. */
const PAGE_EXPORTERS: readonly PageExporter[] = [
  {
    // Its questions are without answers, which the facilitator's guide has; what is asked from memory has lines to write on.
    ...PDF,
    id: 'pdf',
    label: 'Handout (PDF)',
    list: ({ lessons }) =>
      lessons.map(({ path, title, updated }) => ({
        path: `${path}handout.pdf`,
        of: path,
        title,
        pages: [path],
        updated,
        css: `check-question > details { display: none !important; }
check-question[data-kind='recall']::after {
  content: '';
  display: block;
  height: 8mm;
  margin-top: 8mm;
  border-block: 1px solid #495563;
}`,
      })),
  },
  {
    ...PDF,
    id: 'workbook-pdf',
    label: 'Workbook (PDF)',
    list: (course) => [
      {
        path: `${PAGES.workbook.path}workbook.pdf`,
        of: PAGES.workbook.path,
        title: 'Workbook',
        pages: [PAGES.workbook.path],
        updated: newest(course),
      },
    ],
  },
  {
    // The pages of entries that people hand out: papers, and the copies of a case.
    ...PDF,
    id: 'entry-pdf',
    label: 'PDF',
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
  },
  {
    // After the files that it takes.
    id: 'kit',
    label: 'Everything for this workshop (zip)',
    type: 'application/zip',
    missing,
    list: ({ lessons }) =>
      lessons.flatMap(({ guide, title, path, updated }) =>
        guide === undefined
          ? []
          : [
              {
                path: `${guide.path}kit.zip`,
                of: path,
                title,
                pages: [guide.path, path, PAGES.workbook.path],
                updated,
              },
            ],
      ),
    load: async () => (await import('./kit.ts')).makeKits,
  },
  {
    id: 'epub',
    label: 'The course as an e-book (EPUB)',
    type: 'application/epub+zip',
    list: (course) => [
      {
        path: '/lessons/course.epub',
        of: '/lessons/',
        title: TITLE,
        pages: [
          ...course.lessons,
          ...course.entries.filter(({ kind }) => contentOf(kind).wayIn !== true),
          ...course.concepts,
          PAGES.sources,
          PAGES.about,
        ].map(({ path }) => path),
        updated: newest(course),
      },
    ],
    load: async () => (await import('./epub/epub.ts')).makeBooks,
  },
  ...PACKAGE_EXPORTERS,
  {
    // The site as a folder that opens without a server.
    id: 'usb',
    label: 'The site for a USB stick (zip)',
    type: 'application/zip',
    list: (course) => [
      {
        path: `${PAGES.offline.path}blueprint-and-build.zip`,
        of: PAGES.offline.path,
        title: SITE_NAME,
        pages: [
          ...new Set(
            permalinks(course)
              .filter(
                ({ kind, path }) =>
                  kind !== 'embed' && kind !== 'short' && routeOf(path)?.needsServer !== true,
              )
              .map(({ path }) => path),
          ),
        ],
        updated: newest(course),
      },
    ],
    load: async () => (await import('./usb-zip.ts')).makeUsbZips,
  },
];

/** The page exporters that this build uses: those that can run on this machine, or none. */
export const availableExporters = (): readonly PageExporter[] =>
  settings.exports === 'none' ? [] : PAGE_EXPORTERS.filter(({ missing }) => missing?.() === undefined);

/** The page exporters that cannot run on this machine, with the reasons. */
export const unavailableExporters = (): { label: string; reason: string }[] =>
  PAGE_EXPORTERS.flatMap(({ label, missing }) => {
    const reason = missing?.();
    return reason === undefined ? [] : [{ label, reason }];
  });
