import type { Course, Figure } from '../course/types.ts';
import type { Drawing } from './drawing.ts';
import { drawHouse } from './house.ts';
import { drawMicrosoft } from './microsoft.ts';
import { drawMomentumGrid } from './momentum-grid.ts';
import { drawWeek } from './week.ts';

/** Turns a path of the site into an address, with the base path. */
type Link = (path: string) => string;

const tableOf = (figure: Figure): NonNullable<Figure['table']> => {
  if (figure.table === undefined) throw new Error(`The figure "${figure.id}" has no table to draw.`);
  return figure.table;
};

const DRAW: Record<string, (figure: Figure, course: Course, link: Link) => Drawing> = {
  house: (_figure, course, link) => {
    const comparison = course.comparison('architect-and-contractor');
    return drawHouse(
      comparison.rows.map((row) => ({
        id: row.id,
        name: row.dimension,
        leading: row.cells['architect'] ?? '',
        managing: row.cells['contractor'] ?? '',
        href: link(`${comparison.path}#${row.id}`),
      })),
    );
  },
  'momentum-grid': (_figure, course, link) =>
    drawMomentumGrid(
      (['chaos', 'momentum', 'drift', 'stagnation'] as const).map((id) => {
        const { term, path } = course.concept(id);
        return { id, name: term, href: link(path) };
      }),
    ),
  microsoft: (figure) => drawMicrosoft(tableOf(figure), figure.lesson.timeline),
  week: (figure) => drawWeek(tableOf(figure)),
};

/**
 * Draws a figure from the content's data.
 * @throws {Error} for a figure that no module draws, or whose data are missing.
 */
export function drawFigure(figure: Figure, course: Course, link: Link): Drawing {
  const draw = DRAW[figure.id];
  if (draw === undefined) {
    throw new Error(
      `Nothing draws the figure "${figure.id}". Remedy: add it to src/figures/figures.ts, or correct the name of its file.`,
    );
  }
  return draw(figure, course, link);
}
