import { entryLinks } from './collections/links.ts';
import type { Course } from './course/types.ts';
import { guideLinks } from './teaching/guides/links.ts';
import { contentLinks, pageLinks, sectionLink, type Permalink } from './course/permalinks.ts';
import { embedLinks } from './teaching/share/shareables.ts';
import { presentPages, toolLinks } from './practice/content.ts';
import { PAGES, TRAINER_PARTS } from './routes.ts';

const trainerLinks = (): Permalink[] =>
  Object.values(TRAINER_PARTS).map(({ id, title }) =>
    sectionLink(PAGES.trainers.path, id, `${PAGES.trainers.title}: ${title}`),
  );

/** What hands permalinks to the site; a new feature is added here. */
const SOURCES: readonly ((course: Course) => Permalink[])[] = [
  (course) => pageLinks(presentPages(course)),
  trainerLinks,
  contentLinks,
  entryLinks,
  embedLinks,
  guideLinks,
  toolLinks,
];

/** Every address that people may link to and that must never break. */
export const permalinks = (course: Course): Permalink[] => SOURCES.flatMap((links) => links(course));
