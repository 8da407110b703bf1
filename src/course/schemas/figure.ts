import { z } from 'zod';
import { evenRows, several, text } from './common.ts';
import { ref } from '../references.ts';

const cell = z.union([z.number(), z.string()], {
  error: 'is neither a number nor text. Remedy: write the value, or "-" where there is none.',
});

/** The data of a chart: one row for each point, shown below it as a table. */
const table = z
  .strictObject({ columns: several(text('the heading of a column'), 2), rows: several(z.array(cell), 1) })
  .superRefine(({ columns, rows }, context) => evenRows(context, columns, rows, 'rows'));

/** A drawing with its words and data (`src/content/figures/<id>.yaml`); `<id>.ts` beside it draws it. */
export const figureSchema = z.strictObject({
  title: text('the title of the figure'),
  /** The point of the drawing. */
  caption: text('a caption of one or two sentences'),
  /** For readers who do not see the drawing. */
  alt: text('a text alternative'),
  /** The lesson that explains it. */
  lesson: ref('lesson'),
  table: table.optional(),
  /** What supports the data. */
  claims: z.array(ref('claim')).default([]),
});
export type FigureData = z.infer<typeof figureSchema>;
