import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { DownloadIndex, PublishedIndex } from '../exporters/download-index.ts';
import type { BuiltSite } from '../exporters/exporter.ts';
import { PAGE_EXPORTERS } from '../exporters/from-pages.ts';
import { leaveOut } from '../exporters/left-out.ts';
import { withSizes } from '../lib/download-sizes.ts';

/**
 * Makes the downloads that are made from built pages, and completes `/downloads.json` with the size and hash of every
 * file, and the page of downloads with the sizes. What this machine cannot make is said, and no page offers it.
 */
export function downloadFiles(): AstroIntegration {
  let base = '/';
  let origin = '';
  return {
    name: 'downloads',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        base = config.base;
        origin = new URL(config.site ?? 'http://localhost:4321').origin;
        const reasons = PAGE_EXPORTERS.map(({ id, label, missing }) => ({ id, label, reason: missing?.() }));
        const missing = reasons.filter(({ reason }) => reason !== undefined);
        for (const { label, reason } of missing) logger.warn(`Left out: ${label}. ${reason ?? ''}`);
        leaveOut(missing.map(({ id }) => id));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site: BuiltSite = { folder: fileURLToPath(dir), origin, base };
        const file = new URL('downloads.json', dir);
        const { fromPages, downloads, ...about } = JSON.parse(readFileSync(file, 'utf8')) as DownloadIndex;
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
          logger.info(`${exporter.label}: ${asked.length} in ${seconds} s.`);
        }
        const index: PublishedIndex = {
          ...about,
          downloads: downloads.map((download) => {
            const content = readFileSync(join(site.folder, download.path));
            return {
              ...download,
              bytes: content.length,
              sha256: createHash('sha256').update(content).digest('hex'),
            };
          }),
        };
        writeFileSync(file, JSON.stringify(index));
        const page = new URL('trainers/downloads/index.html', dir);
        const sizes = new Map(index.downloads.map(({ path, bytes }) => [path, bytes]));
        writeFileSync(page, withSizes(readFileSync(page, 'utf8'), sizes));
      },
    },
  };
}
