import { entryLinks } from './collections/links.ts';
import type { Course } from './course/types.ts';
import { guideLinks } from './teaching/guides/guide.ts';
import { contentLinks, pageLinks, sectionLink, type Permalink } from './course/permalinks.ts';
import { embedLinks } from './teaching/share/shareables.ts';
import { presentPages, toolLinks } from './practice/content.ts';
import { ABOUT_PARTS, PAGES, TRAINER_PARTS } from './routes.ts';

const partLinks = (): Permalink[] =>
  (
    [
      [PAGES.trainers, TRAINER_PARTS],
      [PAGES.about, ABOUT_PARTS],
    ] as const
  ).flatMap(([page, parts]) =>
    Object.values(parts).map(({ id, title }) => sectionLink(page.path, id, `${page.title}: ${title}`)),
  );

/** What hands permalinks to the site; a new feature is added here. */
const SOURCES: readonly ((course: Course) => Permalink[])[] = [
  (course) => pageLinks(presentPages(course)),
  partLinks,
  contentLinks,
  entryLinks,
  embedLinks,
  guideLinks,
  toolLinks,
];

/** Every address that people may link to and that must never break. */
export const permalinks = (course: Course): Permalink[] => SOURCES.flatMap((links) => links(course));
