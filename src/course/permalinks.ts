import { existsSync, readFileSync } from 'node:fs';
import { settings } from '../build/settings.ts';
import type { KindId } from '../collections/kinds.ts';
import { LESSON_PARTS } from '../routes.ts';
import { sourceName } from './schemas/source.ts';
import { reviewPath } from '../utils/paths.ts';
import { placeOf } from './questions.ts';
import type { Course } from './types.ts';

/** A permanent address of the site. */
export interface Permalink {
  path: string;
  fragment?: string;
  title: string;
  kind:
    | KindId
    // Parts of an entry: an address that lasts, without a short form.
    | 'part'
    | 'scene'
    | 'page'
    | 'lesson'
    | 'section'
    | 'concept'
    | 'definition'
    | 'comparison'
    | 'row'
    | 'figure'
    | 'question'
    | 'source'
    | 'event'
    | 'embed'
    | 'short';
  number?: number;
  /** Its short form, if any: "/go/k3x9/". */
  short?: string;
}

/** Every path ever published with its fragments, sorted. */
export type PermalinkLock = Record<string, string[]>;
/** Where the published addresses are committed. */
export const PERMALINK_LOCK_FILE = `${settings.content}/permalinks.lock.json`;

/** Reads the lock; empty for a course that was never published. */
export const readPermalinkLock = (): PermalinkLock =>
  existsSync(PERMALINK_LOCK_FILE)
    ? (JSON.parse(readFileSync(PERMALINK_LOCK_FILE, 'utf8')) as PermalinkLock)
    : {};

/** Formats a permalink as path and fragment: "/lessons/momentum/#bottom-line". */
export const addressOf = ({ path, fragment }: Pick<Permalink, 'path' | 'fragment'>): string =>
  fragment === undefined ? path : `${path}#${fragment}`;

/** A part of a page at a permanent fragment. */
export const sectionLink = (
  path: string,
  fragment: string,
  title: string,
  kind: Permalink['kind'] = 'section',
): Permalink => ({ path, fragment, title, kind });

/** Permalinks of pages without sections. */
export const pageLinks = (pages: readonly { path: string; title: string }[]): Permalink[] =>
  pages.map(({ path, title }) => ({ path, title, kind: 'page' }));

/** Permalinks of lessons, concepts, comparisons, figures and sources, with their parts. */
export function contentLinks(course: Course): Permalink[] {
  return [
    ...course.lessons.flatMap(({ id, path, title, number, outline, questions, timeline }): Permalink[] => [
      { path, title, kind: 'lesson', number },
      { path: `/${number}/`, title, kind: 'short' },
      ...outline.headings.map(({ id, text }) => sectionLink(path, id, text)),
      ...Object.values(LESSON_PARTS).map((part) => sectionLink(path, part.id, `${title}: ${part.title}`)),
      { path: reviewPath(id), title: `${title}: all questions`, kind: 'page' },
      ...questions.map((question) => {
        const place = placeOf({ id, path }, question);
        return sectionLink(place.path, place.fragment, question.prompt, 'question');
      }),
      ...course.figures
        .filter(({ id }) => outline.figures.includes(id))
        .map((figure) => sectionLink(path, `figure-${figure.id}`, figure.title, 'figure')),
      ...timeline.map(({ date, event }) => sectionLink(path, `event-${date}`, event, 'event')),
    ]),
    ...course.concepts.flatMap(({ path, term }): Permalink[] => [
      { path, title: term, kind: 'concept' },
      sectionLink(path, 'definition', `${term}: definition`, 'definition'),
    ]),
    ...course.texts.flatMap(({ path, prose }) =>
      prose.headings.flatMap(({ id, text }) => (id === undefined ? [] : [sectionLink(path, id, text)])),
    ),
    ...course.comparisons.flatMap(({ path, title, rows }): Permalink[] => [
      { path, title, kind: 'comparison' },
      ...rows.map(({ id, dimension }) => sectionLink(path, id, `${title}: ${dimension}`, 'row')),
    ]),
    ...course.figures.map(({ path, title }): Permalink => ({ path, title, kind: 'figure' })),
    ...course.sources.flatMap(({ id, data }) =>
      [id, ...(data.custom.formerly ?? [])].map((fragment) =>
        sectionLink('/sources/', fragment, sourceName(data), 'source'),
      ),
    ),
  ];
}
