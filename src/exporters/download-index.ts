import type { ListedDownload } from './downloads.ts';
import type { PageDownload } from './exporter.ts';

/** A download whose file is there. */
export interface MadeDownload extends ListedDownload {
  bytes: number;
  /** Of the file, in hexadecimal digits. */
  sha256: string;
}

/** `/downloads.json` while the site is built: the pages list the files, and those made of pages are still to come. */
export interface DownloadIndex {
  /** SPDX id of the license that all of them are under. */
  license: string;
  /** Number of the edition that they belong to. */
  edition: string | undefined;
  downloads: ListedDownload[];
  fromPages: (PageDownload & { kind: string })[];
}

/** `/downloads.json` as it is published. */
export interface PublishedIndex extends Omit<DownloadIndex, 'downloads' | 'fromPages'> {
  downloads: MadeDownload[];
}
