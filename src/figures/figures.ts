import { settings } from '../build/settings.ts';
import { AuthorError } from '../course/author-error.ts';
import type { Course, Figure } from '../course/types.ts';
import { COURSE, COURSE_FILE } from '../site.ts';
import type { Drawing, FigureModule } from './drawing.ts';

/** Every drawing of the course, by its path; the alias leads to the content folder. */
const FOUND = import.meta.glob<FigureModule>(['@content/figures/*.ts', '!**/*.test.ts'], { eager: true });
const MODULES = new Map(
  Object.entries(FOUND).map(([path, module]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.ts'.length),
    module,
  ]),
);

const fileOf = (id: string): string => `${settings.content}/figures/${id}.ts`;

/**
 * Draws a figure from the content's data.
 * @throws {AuthorError} where the figure has no drawing module
 */
export function drawFigure(figure: Figure, course: Course, link: (path: string) => string): Drawing {
  const module = MODULES.get(figure.id);
  if (module === undefined)
    throw new AuthorError([
      {
        file: fileOf(figure.id),
        field: 'file',
        problem: `the figure "${figure.id}" has no drawing`,
        remedy:
          'write the file with an exported `draw` (src/figures/drawing.ts), or correct the name of the data file.',
      },
    ]);
  return module.draw(figure, course, link);
}

/**
 * The picture of the course as the inner markup of an SVG; undefined for a course without one.
 * @throws {AuthorError} where the module of its figure exports no `scene`
 */
export function courseScene(): string | undefined {
  if (COURSE.picture === undefined) return undefined;
  const { figure } = COURSE.picture;
  const scene = MODULES.get(figure)?.scene;
  if (scene === undefined)
    throw new AuthorError([
      {
        file: COURSE_FILE,
        field: 'picture.figure',
        problem: `${fileOf(figure)} exports no \`scene\``,
        remedy: 'export one (src/figures/drawing.ts), or leave `picture` out.',
      },
    ]);
  return scene();
}
