import { contentOf } from '../../collections/registry.ts';
import { shortLinkOf } from '../../course/short-links.ts';
import type { Course, Lesson } from '../../course/types.ts';
import { PAGES } from '../../routes.ts';
import { TITLE } from '../../site.ts';
import { latest } from '../../utils/dates.ts';
import { slug } from '../../utils/slug.ts';
import type { PageDownload, PageExporter } from '../exporter.ts';
import { FORMAT_NAME, PACKAGE_FORMATS, type PackageFormat } from './package-choice.ts';
import { longestState, STATE_LIMIT } from './learner-state.ts';
import { PARTS_PATH } from './package-files.ts';

/** What a package is made of: a lesson, or an entry that is worked through. */
export type PackageUnit = Pick<
  Lesson,
  'id' | 'path' | 'title' | 'summary' | 'minutes' | 'updated' | 'checks'
>;

/** Lessons, and the entries of kinds that tell how long one takes, which have no questions. */
export const packageUnits = ({ lessons, entries }: Course): PackageUnit[] => [
  ...lessons,
  ...entries.flatMap(({ kind, id, path, title, summary, data }) => {
    const minutes = contentOf(kind).minutes?.(data);
    return minutes === undefined
      ? []
      : [{ id, path, title, summary, minutes, updated: data.published, checks: [] }];
  }),
];

/** The key of a unit: its lasting id or, for a new one without it, the letters and digits of its id. */
export const unitKey = ({ id, path }: Pick<PackageUnit, 'id' | 'path'>): string =>
  shortLinkOf(path) ?? id.replace(/[^a-z\d]/g, '');

const LESSONS = '/lessons/';

/** The pages of all lessons, and the date of their latest change. */
const wholeCourse = ({ lessons }: Course): Pick<PageDownload, 'pages' | 'updated'> => ({
  pages: lessons.map(({ path }) => path),
  updated: latest(lessons.map(({ updated }) => updated)),
});

/** Whether one package can store a learner's progress in the whole course. */
const fitsOnePackage = ({ lessons }: Course): boolean =>
  longestState(lessons.map((lesson) => ({ key: unitKey(lesson), questions: lesson.checks.length }))) <=
  STATE_LIMIT;

/** One package for each unit and, if it can store the progress, one for the course. */
const list = (format: PackageFormat, course: Course): PageDownload[] => [
  ...packageUnits(course).map(({ id, path, title, updated }) => ({
    path: `${path}${id}-${format}.zip`,
    of: path,
    title,
    pages: [path],
    updated,
  })),
  ...(fitsOnePackage(course)
    ? [
        {
          path: `${LESSONS}${slug(TITLE)}-${format}.zip`,
          of: LESSONS,
          title: TITLE,
          ...wholeCourse(course),
        },
      ]
    : []),
];

const packageExporter = (format: PackageFormat): PageExporter => ({
  id: `package-${format}`,
  label: `${FORMAT_NAME[format]} package`,
  type: 'application/zip',
  list: (course) => list(format, course),
  load: async () => (await import('./packages.ts')).packageMaker(format),
});

/** The files from which the browser makes packages. */
const parts: PageExporter = {
  id: 'package-parts',
  label: 'Parts of packages',
  type: 'application/zip',
  list: (course) => [
    {
      path: PARTS_PATH,
      of: PAGES.packages.path,
      title: 'Lessons for your learning system',
      ...wholeCourse(course),
    },
  ],
  load: async () => (await import('./packages.ts')).makePackageParts,
};

/** One exporter for each package format, and one for the parts. */
export const PACKAGE_EXPORTERS: readonly PageExporter[] = [...PACKAGE_FORMATS.map(packageExporter), parts];
