import { LESSON_PARTS } from '../../routes.ts';
import type { RawCourse } from '../course-types.ts';
import type { MdxOutline } from '../mdx.ts';
import type { Report } from './report.ts';

/** Headings that the lesson page writes itself; an author's heading must not take their ids. */
const RESERVED_IDS: readonly string[] = Object.values(LESSON_PARTS).map(({ id }) => id);

/** The rows that a lesson picks from a table exist. */
export function checkComparisonRows(file: string, outline: MdxOutline, raw: RawCourse, report: Report): void {
  for (const use of outline.comparisons) {
    const table = raw.comparisons.find((entry) => entry.id === use.id);
    for (const row of use.rows ?? []) {
      if (table === undefined || table.data.rows.some((item) => item.id === row)) continue;
      report({
        file,
        field: `<Comparison id="${use.id}" rows>`,
        problem: `the table has no row "${row}"`,
        remedy: `name rows of ${table.file}, or leave \`rows\` out to show the whole table.`,
      });
    }
  }
}

/** Headings have ids of their own, paragraphs are paragraphs, and no part of a lesson is missing. */
export function checkOutline(file: string, outline: MdxOutline, report: Report): void {
  for (const heading of outline.headingsWithoutId) {
    report({
      file,
      field: `heading "${heading}"`,
      problem: 'has no id, so links to it would break when it is reworded',
      remedy: `end the line with an id of its own: ## ${heading} {#short-id}`,
    });
  }
  for (const name of outline.loneComponents) {
    report({
      file,
      field: `<${name}>`,
      problem: 'stands alone on its line, so it would be no paragraph',
      remedy: 'leave a word or the final period outside of it.',
    });
  }
  const seen = new Set(RESERVED_IDS);
  for (const { id, text } of outline.headings) {
    if (seen.has(id)) {
      report({
        file,
        field: `heading "${text}"`,
        problem: `the id "${id}" stands on this page already`,
        remedy: 'give the heading another id.',
      });
    }
    seen.add(id);
  }
  const parts = {
    CheckYourself: outline.hasCheckYourself,
    ThisWeek: outline.thisWeek !== undefined,
    Evidence: outline.hasEvidence,
  };
  for (const [name, present] of Object.entries(parts)) {
    if (!present) {
      report({
        file,
        field: `<${name}>`,
        problem: 'is missing; every lesson has it',
        remedy: `add <${name}> after the last section (CONTRIBUTING.md shows the order).`,
      });
    }
  }
}
