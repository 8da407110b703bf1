import { settings } from '../build/settings.ts';
import type { Course } from '../course/types.ts';
import type { ContentDownload, Download, PageDownload } from './exporter.ts';
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
  const content = CONTENT_EXPORTERS.filter(({ shown }) => settings.exports !== 'none' || shown);
  const files = [...availableExporters(), ...content].flatMap((exporter) =>
    exporter.list(course).map((file: ContentDownload | PageDownload) => ({ exporter, file })),
  );
  const listedFiles = files.map(({ exporter: { id, label, type }, file }): ListedDownload => ({
    path: file.path,
    of: file.of,
    title: file.title,
    kind: id,
    label: file.label ?? label,
    type,
  }));
  const shown = new Set(content.flatMap(({ id, shown: isShown }) => (isShown ? [id] : [])));
  return {
    all: listedFiles,
    fromContent: files.flatMap(({ exporter: { type }, file }) => ('make' in file ? [{ ...file, type }] : [])),
    offered: Map.groupBy(
      listedFiles.filter(({ kind }) => !shown.has(kind)),
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
