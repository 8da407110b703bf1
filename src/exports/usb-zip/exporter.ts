import { permalinks } from '../../links.ts';
import { PAGES, routeOf } from '../../routes.ts';
import { SITE_NAME } from '../../site.ts';
import { latest } from '../../utils/dates.ts';
import type { PageExporter } from '../exporter.ts';

/** The site as a folder that opens without a server, for example from a USB stick. */
export const usbZip: PageExporter = {
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
      updated: latest(course.lessons.map(({ updated }) => updated)),
    },
  ],
  load: async () => (await import('./usb-zip.ts')).makeUsbZips,
};
