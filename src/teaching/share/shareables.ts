import type { CitedPage } from '../../course/citations.ts';
import type { Course } from '../../course/types.ts';
import { latest } from '../../utils/dates.ts';
import { conceptPath, embedPath } from '../../utils/paths.ts';
import { addressOf, type Permalink } from '../../course/permalinks.ts';
import { LICENSE, SITE_NAME } from '../../site.ts';

/** A piece of the course that a trainer can link to, embed, cite or project. */
export interface Shareable {
  kind: 'lesson' | 'concept' | 'comparison' | 'figure' | 'question' | 'case';
  title: string;
  /** Path of its page; for a question, that of its lesson. */
  path: string;
  /** Fragment of a question on the page of its lesson. */
  fragment?: string;
  /** Folder of its files, which is also the path of its page if it has one: "/lessons/momentum/". */
  folder: string;
  embed: string;
  updated: Date;
}

/** Folder of the embed and the files of a question. */
export const questionFolder = (id: string): string => `/questions/${id}/`;

/** All shareable pieces of the course, lessons with their questions first. */
export function shareables({ lessons, concepts, comparisons, figures, entries }: Course): Shareable[] {
  const newest = latest(lessons.map(({ updated }) => updated));
  const page = (kind: Shareable['kind'], title: string, path: string, updated: Date): Shareable => ({
    kind,
    title,
    path,
    folder: path,
    updated,
    embed: embedPath(path),
  });
  return [
    ...lessons.flatMap(({ title, path, updated, checks }): Shareable[] => [
      page('lesson', title, path, updated),
      ...checks.map(({ id, prompt }): Shareable => {
        const folder = questionFolder(id);
        return {
          kind: 'question',
          title: prompt,
          path,
          fragment: id,
          folder,
          embed: embedPath(folder),
          updated,
        };
      }),
    ]),
    ...concepts.map(({ id, term, taughtIn }) =>
      page('concept', term, conceptPath(id), taughtIn.at(-1)?.updated ?? newest),
    ),
    ...comparisons.map(({ title, path, shownIn }) =>
      page('comparison', title, path, shownIn.at(-1)?.updated ?? newest),
    ),
    ...figures.map(({ title, path, lesson }) => page('figure', title, path, lesson.updated)),
    ...entries.flatMap(({ kind, title, path, data }) =>
      kind === 'case' ? [page(kind, title, path, data.published)] : [],
    ),
  ];
}

export const embedLinks = (course: Course): Permalink[] =>
  shareables(course).map(({ title, embed }) => ({ path: embed, title: `${title} (embed)`, kind: 'embed' }));

const found = new WeakMap<Course, Map<string, Shareable>>();

/**
 * The piece with a folder such as "/concepts/drift/". The list of pieces is cached for each course.
 * @throws if there is none
 */
export function pieceOf(course: Course, folder: string): Shareable {
  const pieces = found.get(course) ?? new Map(shareables(course).map((piece) => [piece.folder, piece]));
  found.set(course, pieces);
  const piece = pieces.get(folder);
  if (piece === undefined) throw new Error(`Nothing of the course lies in ${folder}.`);
  return piece;
}

export const citedPage = (piece: Shareable, absolute: (path: string) => string): CitedPage => ({
  id: piece.folder
    .slice(1, -1)
    .replaceAll('/', '-')
    .replace(/^lessons-/, ''),
  title: piece.title,
  url: absolute(addressOf(piece)),
  updated: piece.updated,
});

/** The credit line that the license requires (https://creativecommons.org/licenses/by/4.0/). */
export const attribution = (title: string, url: string): string =>
  `“${title}” by ${SITE_NAME}, ${url}, ${LICENSE.name}.`;
