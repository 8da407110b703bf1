import type { Course } from '../../course/types.ts';
import { PAGES } from '../../routes.ts';
import { TITLE } from '../../site.ts';
import { latest } from '../../utils/dates.ts';
import type { PageExporter } from '../exporter.ts';

/** The course as one book for e-readers. */
export const epub: PageExporter = {
  id: 'epub',
  label: 'The course as an e-book (EPUB)',
  type: 'application/epub+zip',
  list: ({ lessons, concepts }: Course) => [
    {
      path: '/lessons/course.epub',
      of: '/lessons/',
      title: TITLE,
      pages: [...lessons, ...concepts].map(({ path }) => path).concat(PAGES.sources.path, PAGES.about.path),
      updated: latest(lessons.map(({ updated }) => updated)),
    },
  ],
  load: async () => (await import('./epub.ts')).makeBooks,
};
