import type { Permalink } from '../course/permalinks.ts';
import { lastingPath } from '../course/short-links.ts';
import type { Course } from '../course/types.ts';
import type { Edition } from '../course/editions.ts';

/** Absolute addresses, for files that leave the site. */
export interface Addresses {
  /** Address of a path of the site: "https://blueprint.example/lessons/momentum/". */
  absolute(path: string): string;
  /** Lasting address of a page or passage: "https://blueprint.example/go/k3x9/". */
  lasting(link: Pick<Permalink, 'path' | 'fragment'>): string;
}

/** Adds lasting addresses to the absolute ones. */
export const addressesOf = (absolute: Addresses['absolute']): Addresses => ({
  absolute,
  lasting: (link) => absolute(lastingPath(link)),
});

export interface Download {
  /** Its address: "/lessons/momentum/slides.pptx". */
  path: string;
  /** Address of the page that it belongs to, with a fragment for a question: "/lessons/momentum/". */
  of: string;
  title: string;
  /** Label of its link, if one page has several files of a kind: "Card 2 (SVG)". */
  label?: string;
}

/** A kind of download. Exporters are descriptions: they load the code that makes files when a file is made. */
interface Kind {
  /** Its id in the index of downloads: "slides". */
  id: string;
  /** Label of a link: "Slides (PowerPoint)". */
  label: string;
  type: string;
}

export type FileContent = string | Uint8Array<ArrayBuffer>;

export interface CourseSite extends Addresses {
  course: Course;
}

/** The site around the content of a file. */
export interface ExportContext extends CourseSite {
  edition: Edition | undefined;
}

export interface ContentDownload extends Download {
  make(context: ExportContext): FileContent | Promise<FileContent>;
}

/** Makes files from the content, together with the pages. */
export interface ContentExporter extends Kind {
  /** Pages show these files themselves, so every build makes them, also with EXPORTS=none. */
  shown?: true;
  list(course: Course): ContentDownload[];
}

export interface PageDownload extends Download {
  /** Paths of the pages that it is made from, in order. */
  pages: string[];
  /** Date of the last change of their content. Files contain it instead of the current time, so that builds are deterministic. */
  updated: Date;
  /** Style rules for this file alone. */
  css?: string;
}

/** The built site and its content. */
export interface BuiltSite extends ExportContext {
  folder: string;
  origin: string;
  base: string;
  /** The picture of the course as the inner markup of an SVG, where it has one. */
  scene: string | undefined;
  /** Every lasting address of the site. */
  links: readonly Permalink[];
}

/** Makes all the files that are listed, so that costly processes start once. */
export type MakeFromPages = (
  downloads: readonly PageDownload[],
  site: BuiltSite,
) => AsyncIterable<[path: string, FileContent]>;

/** Makes the files one by one. */
export const makeEach = (
  make: (download: PageDownload, site: BuiltSite) => FileContent | Promise<FileContent>,
): MakeFromPages =>
  async function* (downloads, site) {
    for (const download of downloads) yield [download.path, await make(download, site)];
  };

/** Makes files from built pages, after all pages are built. */
export interface PageExporter extends Kind {
  /** The reason why it cannot run on this machine; undefined if it can. */
  missing?(): string | undefined;
  list(course: Course): PageDownload[];
  load(): Promise<MakeFromPages>;
}
