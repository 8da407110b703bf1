import { z } from 'zod';
import { text } from './common.ts';
import { ref } from '../references.ts';

const cell = z.union([z.number(), z.string()], {
  error: 'is neither a number nor text. Remedy: write the value, or "-" where there is none.',
});

/** The data of a chart: one row for each point, shown below it as a table. */
const table = z
  .strictObject({
    columns: z.array(text('the heading of a column')).min(2, {
      error: 'has fewer than 2 entries. Remedy: name the first column and at least one with values.',
    }),
    rows: z
      .array(z.array(cell))
      .min(1, { error: 'is empty. Remedy: add a row with a value for each column.' }),
  })
  .superRefine(({ columns, rows }, context) => {
    rows.forEach((row, index) => {
      if (row.length === columns.length) return;
      context.addIssue({
        code: 'custom',
        path: ['rows', index],
        message: `has ${row.length} values for ${columns.length} columns. Remedy: give each column one value.`,
      });
    });
  });

/** A drawing with its words and data (`src/content/figures/<id>.yaml`); `<id>.ts` beside it draws it. */
export const figureSchema = z.strictObject({
  title: text('the title of the figure'),
  /** The point of the drawing, in one or two sentences. */
  caption: text('a caption of one or two sentences'),
  /** The text alternative for readers who do not see the drawing. */
  alt: text('a text alternative'),
  /** Id of the lesson that explains it. */
  lesson: ref('lesson'),
  table: table.optional(),
  /** Ids of the claims that support the data. */
  claims: z.array(ref('claim')).default([]),
});

export type FigureData = z.infer<typeof figureSchema>;
