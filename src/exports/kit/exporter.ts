import { missing } from '../pdf/exporter.ts';
import type { PageExporter } from '../exporter.ts';
import { PAGES } from '../../routes.ts';

/** All that a workshop on a lesson needs, in one file. */
export const kit: PageExporter = {
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
};
