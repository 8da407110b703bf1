import { settings } from '../build/settings.ts';
import type { Course } from '../course/types.ts';
import type { ContentDownload, Download } from './exporter.ts';
import { CONTENT_EXPORTERS } from './from-content.ts';
import { availableExporters } from './from-pages.ts';

/** A download as the index lists it, without size and hash. */
export interface ListedDownload extends Download {
  kind: string;
  label: string;
  type: string;
}

interface Listed {
  all: ListedDownload[];
  fromContent: (ContentDownload & { type: string })[];
  /** Downloads that their page does not show by itself, by the address of the page. */
  offered: Map<string, ListedDownload[]>;
}

const listed = new WeakMap<Course, Listed>();

function list(course: Course): Listed {
  const every = settings.exports !== 'none';
  const content = CONTENT_EXPORTERS.filter(({ shown }) => every || shown);
  const pages = availableExporters();
  const fromContent = content.flatMap((exporter) =>
    exporter.list(course).map((file) => ({ exporter, file })),
  );
  const fromPages = pages.flatMap((exporter) => exporter.list(course).map((file) => ({ exporter, file })));
  const all = [...fromPages, ...fromContent].map(
    ({ exporter: { id, label, type }, file }): ListedDownload => ({
      path: file.path,
      of: file.of,
      title: file.title,
      kind: id,
      label: file.label ?? label,
      type,
    }),
  );
  return {
    all,
    fromContent: fromContent.map(({ exporter, file }) => ({ ...file, type: exporter.type })),
    offered: Map.groupBy(
      all.filter(({ kind }) => !content.some(({ id, shown }) => shown && id === kind)),
      ({ of }) => of,
    ),
  };
}

/** Every download of this build. The list is cached for each course. */
export function downloads(course: Course): Listed {
  const known = listed.get(course) ?? list(course);
  listed.set(course, known);
  return known;
}

/** Downloads that a page links to: of the page, or of a question on it. */
export const offeredDownloads = (course: Course, address: string): readonly ListedDownload[] =>
  downloads(course).offered.get(address) ?? [];
