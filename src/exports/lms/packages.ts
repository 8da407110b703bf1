import type { Course, Lesson } from '../../course/types.ts';
import { FORMAT_NAME, PACKAGE_FORMATS, type PackageFormat } from './formats.ts';
import { longestState, STATE_LIMIT } from './learner-state.ts';
import { packageFiles } from './package-files.ts';
import { PAGES } from '../../routes.ts';
import { PARTS_PATH, partsFiles } from './package-parts.ts';
import { zip } from '../../utils/zip.ts';
import { courseWords } from '../../components/site/structured-data.ts';
import type { BuiltSite, PageDownload, PageExporter } from '../exporter.ts';
import { lessonKey, packageLesson, pageOf } from './package-lesson.ts';
import { sharedFiles } from './shared-files.ts';
import { TITLE } from '../../site.ts';

const LESSONS = '/lessons/';

/** The pages of all lessons, and the day on which the last of them changed. */
const wholeCourse = ({ lessons }: Course): Pick<PageDownload, 'pages' | 'updated'> => ({
  pages: lessons.map(({ path }) => path),
  updated: new Date(Math.max(...lessons.map(({ updated }) => updated.getTime()))),
});

/** A learner's progress in the whole course can be kept in one package. */
const fitsOnePackage = ({ lessons }: Course): boolean =>
  longestState(lessons.map((lesson) => ({ key: lessonKey(lesson), questions: lesson.questions.length }))) <=
  STATE_LIMIT;

/** One package for each lesson and, as long as it can keep what is learned, one for the course. */
const list = (format: PackageFormat, course: Course): PageDownload[] => [
  ...course.lessons.map(({ id, path, title, updated }) => ({
    path: `${path}${id}-${format}.zip`,
    of: path,
    title,
    pages: [path],
    updated,
  })),
  ...(fitsOnePackage(course)
    ? [
        {
          path: `${LESSONS}leading-and-managing-${format}.zip`,
          of: LESSONS,
          title: TITLE,
          ...wholeCourse(course),
        },
      ]
    : []),
];

/** The lessons whose pages a package is made from. */
const lessonsAt = (pages: readonly string[], { course }: BuiltSite): Lesson[] =>
  course.lessons.filter(({ path }) => pages.includes(path));

const packageExporter = (format: PackageFormat): PageExporter => ({
  id: `package-${format}`,
  label: `${FORMAT_NAME[format]} package`,
  type: 'application/zip',
  list: (course) => list(format, course),
  async *make(downloads, site) {
    for (const { path, of, title, pages, updated } of downloads) {
      const lessons = lessonsAt(pages, site).map((lesson) => packageLesson(lesson, site));
      const [only] = lessons.length === 1 ? lessons : [];
      const files = packageFiles(
        {
          format,
          id: `bb-${only?.id ?? 'course'}`,
          title,
          description: only?.summary ?? courseWords(lessons.length).description,
          address: site.absolute(of),
          site: site.absolute('/'),
          passing: undefined,
          lessons,
        },
        await sharedFiles(
          pages.map((page) => pageOf(page, site)),
          site,
        ),
      );
      yield [path, zip(Object.entries(files), updated)];
    }
  },
});

/** What the page that makes packages in the browser makes them of. */
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
  async *make(downloads, site) {
    for (const { path, pages, updated } of downloads) {
      const shared = await sharedFiles(
        pages.map((page) => pageOf(page, site)),
        site,
      );
      yield [
        path,
        zip(
          Object.entries(
            partsFiles(
              lessonsAt(pages, site).map((lesson) => packageLesson(lesson, site)),
              shared,
            ),
          ),
          updated,
        ),
      ];
    }
  },
};

/** Packages for learning systems, one exporter for each format, and what others are made of. */
export const PACKAGE_EXPORTERS: readonly PageExporter[] = [...PACKAGE_FORMATS.map(packageExporter), parts];
