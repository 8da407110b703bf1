import { contentOf } from '../../collections/registry.ts';
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
  list: ({ lessons, concepts, entries }: Course) => [
    {
      path: '/lessons/course.epub',
      of: '/lessons/',
      title: TITLE,
      pages: [
        ...lessons,
        ...entries.filter(({ kind }) => contentOf(kind).outsideBook !== true),
        ...concepts,
        PAGES.sources,
        PAGES.about,
      ].map(({ path }) => path),
      updated: latest(lessons.map(({ updated }) => updated)),
    },
  ],
  load: async () => (await import('./epub.ts')).makeBooks,
};
