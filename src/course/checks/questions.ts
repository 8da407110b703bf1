import { settings } from '../../build/settings.ts';
import type { RawCourse } from '../types.ts';
import type { LessonOutline } from '../lesson-outline.ts';
import type { Report } from './report.ts';

/** Checks that each question belongs to a lesson, has a unique id and points at an existing section. */
export function checkQuestions(
  raw: RawCourse,
  outlines: ReadonlyMap<string, LessonOutline>,
  report: Report,
): void {
  const owner = new Map<string, string>();
  for (const { id, file, data } of raw.questions) {
    const outline = outlines.get(id);
    if (outline === undefined) {
      report({
        file,
        field: 'file name',
        problem: `there is no lesson "${id}"`,
        remedy: 'name the file after the lesson whose questions it holds.',
      });
      continue;
    }
    for (const question of data.questions) {
      const other = owner.get(question.id);
      if (other !== undefined) {
        report({
          file,
          field: `questions.${question.id}.id`,
          problem: `the id is taken by a question in ${other}`,
          remedy: 'give one of the two another id; question ids are unique on the whole site.',
        });
      }
      owner.set(question.id, file);
      const target = question.explains.slice(1);
      if (!outline.headings.some((heading) => heading.id === target)) {
        report({
          file,
          field: `questions.${question.id}.explains`,
          problem: `the lesson has no heading "${question.explains}"`,
          remedy: `use one of ${outline.headings.map((heading) => `#${heading.id}`).join(', ')}.`,
        });
      }
    }
  }
  for (const { id, file } of raw.lessons) {
    if (!raw.questions.some((entry) => entry.id === id)) {
      report({
        file,
        field: '<CheckYourself>',
        problem: 'the lesson has no questions',
        remedy: `write three to five in ${settings.content}/questions/${id}.yaml.`,
      });
    }
  }
}
