import { z } from 'zod';
import { id, text } from './common.ts';

const cell = z.union([z.number(), z.string()], {
  error: 'is neither a number nor text. Remedy: write the value, or "-" where there is none.',
});

/** The numbers that a chart draws: one row for each point, shown below it as a table. */
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
  /** What to see in it, in one or two sentences. */
  caption: text('a caption of one or two sentences'),
  /** What a reader who does not see the drawing needs to know. */
  alt: text('a text alternative'),
  /** Id of the lesson that explains it. */
  lesson: id('the id of a lesson'),
  table: table.optional(),
  /** Ids of the claims that the data rest on. */
  claims: z.array(id('the id of a claim')).default([]),
});

export type FigureData = z.infer<typeof figureSchema>;
