import { ENTRY_KINDS } from '../../collections/kinds.ts';
import { contentOf } from '../../collections/registry.ts';
import type { Course } from '../../course/types.ts';
import { isInternal } from '../../routes.ts';
import { permalinks } from '../../links.ts';
import { COURSE, SITE_NAME } from '../../site.ts';
import type { Permalink } from '../../course/permalinks.ts';

/** The social image of a page. */
export interface SocialImage {
  /** Path of the page. */
  path: string;
  /** Path of the file below /social/, without its extension. */
  name: string;
  title: string;
  kind: string;
}

/**
 * Path of a page's social image below /social/, without its extension: "lessons/momentum". A page below that of a case or
 * a guide, such as the slides of a lesson, has the image of that page.
 */
export const socialName = (path: string): string =>
  path.split('/').filter(Boolean).slice(0, 2).join('/') || 'home';

const KIND: Partial<Record<Permalink['kind'], string>> = {
  page: SITE_NAME,
  concept: 'Concept',
  comparison: 'Comparison',
  figure: 'Figure',
};

/** The social images of all pages that people may share. */
export function socialImages(course: Course): SocialImage[] {
  const cards = new Map(
    course.entries.map(({ path, kind, data }) => [
      path,
      contentOf(kind).card?.(data) ?? ENTRY_KINDS[kind].label,
    ]),
  );
  return permalinks(course).flatMap(({ path, fragment, title, kind, number }): SocialImage[] => {
    if (fragment !== undefined || isInternal(path) || `/${socialName(path)}/`.length < path.length) return [];
    const label =
      kind === 'lesson' ? `Lesson ${number} of ${course.lessons.length}` : (cards.get(path) ?? KIND[kind]);
    if (label === undefined) return [];
    const shown = path === '/' ? COURSE.promise : title;
    return [{ path, name: socialName(path), title: shown, kind: label }];
  });
}

/** What others show of a page when its address is passed on. */
export interface Preview {
  description: string;
  /** Path of its social image. */
  image: string;
}

/** The previews of all pages with a social image, by their path. A page without a description has the course's promise. */
export function previewsOf(course: Course): Map<string, Preview> {
  const described = new Map<string, string>([
    ...course.lessons.map(({ path, summary }) => [path, summary] as const),
    ...course.concepts.map(({ path, definition }) => [path, definition] as const),
    ...[...course.comparisons, ...course.figures].map(({ path, caption }) => [path, caption] as const),
    ...course.entries.map(({ path, summary }) => [path, summary] as const),
  ]);
  return new Map(
    socialImages(course).map(({ path, name }) => [
      path,
      { description: described.get(path) ?? COURSE.promise, image: `/social/${name}.png` },
    ]),
  );
}
