import type { Course } from '../course/types.ts';
import type { Edition } from '../course/editions.ts';
import type { Permalink } from '../course/permalinks.ts';

/** A file that people take along. */
export interface Download {
  /** Its address: "/lessons/momentum/slides.pptx". */
  path: string;
  /** Address of what it carries, with a fragment for a question: "/lessons/momentum/". */
  of: string;
  /** Title of what it carries. */
  title: string;
  /** What a person reads on its link, where one thing has several files of a kind: "Card 2 (SVG)". */
  label?: string;
}

/** What every exporter says of the kind of file that it makes. */
interface Kind {
  /** Its name in the index of downloads: "slides". */
  id: string;
  /** What a person reads on a link: "Slides (PowerPoint)". */
  label: string;
  /** Media type. */
  type: string;
}

export type FileContent = string | Uint8Array<ArrayBuffer>;

/** What a file needs of the site around its content. */
export interface ExportContext {
  course: Course;
  /** The edition that the content is of. */
  edition: Edition | undefined;
  /** The whole address of a path of the site. */
  absolute(path: string): string;
}

export interface ContentDownload extends Download {
  make(context: ExportContext): FileContent | Promise<FileContent>;
}

/** Makes files from the content, while pages are made. */
export interface ContentExporter extends Kind {
  /** Pages show these files themselves, so every build has them, also with EXPORTS=none. */
  shown?: true;
  list(course: Course): ContentDownload[];
}

/** A file that is made from built pages. */
export interface PageDownload extends Download {
  /** Addresses of the pages that it is made from, in their order. */
  pages: string[];
  /** When their content last changed, for the dates inside the file: no clock's time, so that each build gives the same bytes. */
  updated: Date;
}

/** The site as it was built, and what it was built from. */
export interface BuiltSite extends ExportContext {
  /** Its folder on disk. */
  folder: string;
  /** "https://blueprint.example" */
  origin: string;
  base: string;
  /** The picture of the course as the inner markup of an SVG, where it has one. */
  scene: string | undefined;
  /** Every lasting address of the site. */
  links: readonly Permalink[];
}

/** Makes files from built pages, once all of them are there. */
export interface PageExporter extends Kind {
  /** Why it cannot work on this machine; undefined where it can. */
  missing?(): string | undefined;
  list(course: Course): PageDownload[];
  /** Makes all the files that are asked for: what is costly to start is started once. */
  make(downloads: readonly PageDownload[], site: BuiltSite): AsyncIterable<[path: string, FileContent]>;
}
