import { z } from 'zod';
import { fault, id, several, text, uniqueIds } from './common.ts';
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
  /** In one to four words. */
  dimension: text('what the row compares'),
  theme: id('the id of a theme').optional(),
  /** One for each side, each a statement that makes sense alone. */
  cells: z.record(z.string(), text('what this side does')),
  ask: text('a question to put to oneself'),
  /** From ordinary work. */
  example: text('an example of one sentence'),
  /** The source that the row follows. */
  source: ref('source').optional(),
  /** Phrases that people search with. */
  aliases: z.array(text('an alias')).default([]),
});

/** A comparison table (`src/content/comparisons/<slug>.yaml`). */
export const comparisonSchema = z
  .strictObject({
    title: text('the title of the table'),
    /** The subject of the comparison and how to read it. */
    caption: text('a caption of one sentence'),
    sides: several(side, 2).superRefine(uniqueIds),
    themes: z.array(theme).default([]).superRefine(uniqueIds),
    rows: several(row, 2).superRefine(uniqueIds),
  })
  .superRefine(({ sides, themes, rows }, context) => {
    const sideIds = sides.map((item) => item.id);
    const themeIds = themes.map((item) => item.id);
    rows.forEach(({ id: row, cells, theme: named = '' }, index) => {
      const problem = (field: string[], message: string): void =>
        fault(context, ['rows', index, ...field], message);
      for (const side of sideIds)
        if (!(side in cells))
          problem(
            ['cells', side],
            `is missing: the row "${row}" lacks the side "${side}". Remedy: add \`${side}: ...\` to its cells.`,
          );
      for (const cell of Object.keys(cells))
        if (!sideIds.includes(cell))
          problem(
            ['cells', cell],
            `belongs to no side of the table. Remedy: name one of ${sideIds.join(', ')}.`,
          );
      if (themes.length > 0 && !themeIds.includes(named))
        problem(['theme'], `is no theme of the table. Remedy: name one of ${themeIds.join(', ')}.`);
    });
  });
export type ComparisonData = z.infer<typeof comparisonSchema>;
export type ComparisonRowData = z.infer<typeof row>;
