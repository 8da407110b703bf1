import { z } from 'zod';
import { id, text, uniqueBy } from './common.ts';
import { sideId } from './side-id.ts';
import { ref } from '../references.ts';

const side = z.strictObject({
  id: id('the id of a side'),
  label: text('the heading of the side'),
  /** What the side's color means everywhere on the site. */
  tone: sideId(['both', 'neutral']),
});

const theme = z.strictObject({ id: id('the id of a theme'), label: text('the name of the theme') });

const row = z.strictObject({
  id: id('the id of the row'),
  /** The compared aspect, in one to four words. */
  dimension: text('what the row compares'),
  /** Id of one of the table's themes. */
  theme: id('the id of a theme').optional(),
  /** One cell for each side, each a statement that makes sense alone. */
  cells: z.record(z.string(), text('what this side does')),
  /** A question for readers to ask themselves. */
  ask: text('a question to put to oneself'),
  /** One sentence from ordinary work. */
  example: text('an example of one sentence'),
  /** Id of the source that the row follows. */
  source: ref('source').optional(),
  /** Search phrases for this row. */
  aliases: z.array(text('an alias')).default([]),
});

/** A comparison table (`src/content/comparisons/<slug>.yaml`). */
export const comparisonSchema = z
  .strictObject({
    title: text('the title of the table'),
    /** One sentence: the subject of the comparison and how to read it. */
    caption: text('a caption of one sentence'),
    sides: z
      .array(side)
      .min(2, { error: 'has fewer than 2 entries. Remedy: a comparison needs two sides or more.' })
      .superRefine(uniqueBy('id', (item) => item.id)),
    themes: z
      .array(theme)
      .default([])
      .superRefine(uniqueBy('id', (item) => item.id)),
    rows: z
      .array(row)
      .min(2, { error: 'has fewer than 2 entries. Remedy: write two rows or more.' })
      .superRefine(uniqueBy('id', (item) => item.id)),
  })
  .superRefine(({ sides, themes, rows }, context) => {
    const sideIds = sides.map((item) => item.id);
    const themeIds = new Set(themes.map((item) => item.id));
    rows.forEach((item, index) => {
      const problem = (field: string[], message: string): void => {
        context.addIssue({ code: 'custom', path: ['rows', index, ...field], message });
      };
      for (const sideId of sideIds) {
        if (!(sideId in item.cells)) {
          problem(
            ['cells', sideId],
            `is missing: the row "${item.id}" lacks the side "${sideId}". Remedy: add \`${sideId}: ...\` to its cells.`,
          );
        }
      }
      for (const cellId of Object.keys(item.cells)) {
        if (!sideIds.includes(cellId)) {
          problem(
            ['cells', cellId],
            `belongs to no side of the table. Remedy: name one of ${sideIds.join(', ')}.`,
          );
        }
      }
      if (themes.length > 0 && (item.theme === undefined || !themeIds.has(item.theme))) {
        problem(['theme'], `is no theme of the table. Remedy: name one of ${[...themeIds].join(', ')}.`);
      }
    });
  });

export type ComparisonData = z.infer<typeof comparisonSchema>;
export type ComparisonRowData = z.infer<typeof row>;
