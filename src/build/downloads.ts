import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DownloadIndex, PublishedIndex } from '../exporters/download-index.ts';
import { PAGE_EXPORTERS } from '../exporters/from-pages.ts';
import { withSizes } from '../lib/download-sizes.ts';
import type { Step } from './step.ts';

/**
 * Makes the downloads that are made from built pages, and completes `/downloads.json` with the size and hash of every
 * file, and the page of downloads with the sizes.
 */
export const downloads: Step = {
  name: 'downloads',
  async run(site, log) {
    const file = join(site.folder, 'downloads.json');
    const {
      fromPages,
      downloads: listed,
      ...about
    } = JSON.parse(readFileSync(file, 'utf8')) as DownloadIndex;
    for (const exporter of PAGE_EXPORTERS) {
      const asked = fromPages
        .filter(({ kind }) => kind === exporter.id)
        .map((download) => ({ ...download, updated: new Date(download.updated) }));
      if (asked.length === 0) continue;
      const started = performance.now();
      for await (const [path, content] of exporter.make(asked, site)) {
        mkdirSync(dirname(join(site.folder, path)), { recursive: true });
        writeFileSync(join(site.folder, path), content);
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      log.info(`${exporter.label}: ${asked.length} in ${seconds} s.`);
    }
    const index: PublishedIndex = {
      ...about,
      downloads: listed.map((download) => {
        const content = readFileSync(join(site.folder, download.path));
        return {
          ...download,
          bytes: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
        };
      }),
    };
    writeFileSync(file, JSON.stringify(index));
    const page = join(site.folder, 'trainers/downloads/index.html');
    const sizes = new Map(index.downloads.map(({ path, bytes }) => [path, bytes]));
    writeFileSync(page, withSizes(readFileSync(page, 'utf8'), sizes));
  },
};
