import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permalinks } from '../../links.ts';
import { fileOf } from './links.ts';
import { stickPage } from './page.ts';
import { stickStyle } from './style.ts';
import { zip } from '../../utils/zip.ts';
import { PAGES, routeOf } from '../../routes.ts';
import type { BuiltSite, FileContent, PageDownload, PageExporter } from '../exporter.ts';
import { SITE_NAME } from '../../site.ts';

/** A style sheet for a folder, and the faces that it names. */
function sheet(folder: string, path: string): [name: string, content: FileContent][] {
  const css = stickStyle(readFileSync(join(folder, path), 'utf8'));
  const place = path.slice(1, path.lastIndexOf('/') + 1);
  const faces = [...css.matchAll(/url\(([\w.-]+\.woff2)\)/g)].map(([, name = '']) => place + name);
  return [
    [fileOf(path), css],
    ...faces.map((name): [string, FileContent] => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  ];
}

function make({ pages, updated }: PageDownload, { folder, origin, base }: BuiltSite): FileContent {
  const site = { origin, base, files: new Set(pages.map(fileOf)) };
  const entries = new Map<string, FileContent>();
  for (const path of pages) {
    const file = fileOf(path);
    const { html, needs } = stickPage(readFileSync(join(folder, file), 'utf8'), path, site);
    entries.set(file, html);
    for (const needed of needs) {
      if (entries.has(fileOf(needed))) continue;
      if (needed.endsWith('.css'))
        for (const [name, content] of sheet(folder, needed)) entries.set(name, content);
      else entries.set(fileOf(needed), new Uint8Array(readFileSync(join(folder, needed))));
    }
  }
  return zip(
    [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    updated,
  );
}

/** The site as a folder that opens from a USB stick, in a room without a network. */
export const stick: PageExporter = {
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
              ({ kind, path }) => kind !== 'embed' && kind !== 'short' && routeOf(path)?.needsServer !== true,
            )
            .map(({ path }) => path),
        ),
      ],
      updated: new Date(Math.max(...course.lessons.map(({ updated }) => updated.getTime()))),
    },
  ],
  async *make(downloads, site) {
    for (const download of downloads) yield [download.path, make(download, site)];
  },
};
