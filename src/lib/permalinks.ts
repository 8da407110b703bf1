import type { Course } from './course-types.ts';
import { guideLinks } from './guide/links.ts';
import { growthPlanLinks, questionLinks } from './practice-links.ts';
import { WORKBOOK_PATH } from './paths.ts';
import { PACKAGES_PATH } from './lms/package-parts.ts';
import { PRACTICE_PAGES } from './practice.ts';
import { teachables } from './teachables.ts';

/** One lasting address of the site. */
export interface Permalink {
  /** Path without the base path. */
  path: string;
  fragment?: string;
  title: string;
  kind:
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
  /** Place of a lesson in the course. */
  number?: number;
  /** Its lasting short form, where it has one: "/go/k3x9/". */
  short?: string;
}

/** A permalink as people write it: "/lessons/momentum/#bottom-line". */
export const addressOf = ({ path, fragment }: Pick<Permalink, 'path' | 'fragment'>): string =>
  fragment === undefined ? path : `${path}#${fragment}`;

const PAGES: [string, string][] = [
  ['/', 'Home'],
  ['/lessons/', 'Lessons'],
  ['/concepts/', 'Concepts A to Z'],
  ['/compare/', 'Comparisons'],
  ['/figures/', 'Figures'],
  ['/tools/', 'Practice'],
  ...PRACTICE_PAGES.map(({ path, title }): [string, string] => [path, title]),
  ['/search/', 'Search'],
  ['/sources/', 'Sources'],
  ['/trainers/', 'For trainers'],
  ['/trainers/plan/', 'Plan a session'],
  ['/trainers/downloads/', 'Downloads'],
  [WORKBOOK_PATH, 'Workbook'],
  ['/offline/', 'Read offline'],
  [PACKAGES_PATH, 'Lessons for your learning system'],
  ['/about/', 'About'],
];

const LESSON_PARTS: [string, string][] = [
  ['objectives', 'Objectives'],
  ['check-yourself', 'Check yourself'],
  ['this-week', 'This week'],
  ['evidence', 'Evidence'],
  ['sources', 'Sources'],
  ['teach-this', 'Teach this'],
];

const TRAINER_PARTS: [string, string][] = [
  ['link', 'Link to the very paragraph'],
  ['guides', 'Facilitator guides'],
  ['plan', 'Plan a session'],
  ['embed', 'Embed a piece'],
  ['cite', 'Cite'],
  ['adapt', 'Hand out and adapt'],
  ['figures', 'Figures and tables for slides'],
  ['downloads', 'Downloads'],
  ['editions', 'Editions'],
];

/** Every address that people may link to and that must never break. */
export function permalinks(course: Course): Permalink[] {
  return [
    ...PAGES.map(([path, title]): Permalink => ({ path, title, kind: 'page' })),
    ...TRAINER_PARTS.map(([fragment, part]): Permalink => ({
      path: '/trainers/',
      fragment,
      title: `For trainers: ${part}`,
      kind: 'section',
    })),
    ...course.lessons.flatMap(({ path, title, number, outline, questions, timeline }): Permalink[] => [
      { path, title, kind: 'lesson', number },
      { path: `/${number}/`, title, kind: 'short' },
      ...outline.headings.map(({ id, text }): Permalink => ({
        path,
        fragment: id,
        title: text,
        kind: 'section',
      })),
      ...LESSON_PARTS.map(([fragment, part]): Permalink => ({
        path,
        fragment,
        title: `${title}: ${part}`,
        kind: 'section',
      })),
      ...questions.map(({ id, prompt }): Permalink => ({
        path,
        fragment: id,
        title: prompt,
        kind: 'question',
      })),
      ...course.figures
        .filter(({ id }) => outline.figures.includes(id))
        .map((figure): Permalink => ({
          path,
          fragment: `figure-${figure.id}`,
          title: figure.title,
          kind: 'figure',
        })),
      ...timeline.map(({ date, event }): Permalink => ({
        path,
        fragment: `event-${date}`,
        title: event,
        kind: 'event',
      })),
    ]),
    ...course.concepts.flatMap(({ path, term }): Permalink[] => [
      { path, title: term, kind: 'concept' },
      { path, fragment: 'definition', title: `${term}: definition`, kind: 'definition' },
    ]),
    ...course.comparisons.flatMap(({ path, title, rows }): Permalink[] => [
      { path, title, kind: 'comparison' },
      ...rows.map((row): Permalink => ({
        path,
        fragment: row.id,
        title: `${title}: ${row.dimension}`,
        kind: 'row',
      })),
    ]),
    ...course.figures.map(({ path, title }): Permalink => ({ path, title, kind: 'figure' })),
    ...course.sources.map(({ id, data }): Permalink => ({
      path: '/sources/',
      fragment: id,
      title: data.title,
      kind: 'source',
    })),
    ...teachables(course).flatMap(({ title, embed }): Permalink[] =>
      embed === undefined ? [] : [{ path: embed, title: `${title} (embed)`, kind: 'embed' }],
    ),
    ...guideLinks(course),
    ...questionLinks(course),
    ...growthPlanLinks(course),
  ];
}
