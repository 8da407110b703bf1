import { settings } from '../../build/settings.ts';
import { didYouMean } from '../../utils/nearest.ts';
import { objectivesOf } from '../questions.ts';
import type { Question, RawCourse } from '../types.ts';
import type { LessonOutline } from '../lesson-outline.ts';
import type { Report } from '../author-error.ts';

/** What an objective demands of one of its questions, by the verb that it begins with. */
const DEMANDS: readonly { verb: RegExp; met: (question: Question) => boolean; remedy: string }[] = [
  {
    verb: /^(?:Write|Explain)\b/,
    met: ({ kind }) => kind === 'recall',
    remedy: 'add a question of the kind "recall", which asks for words of the reader\'s own.',
  },
  {
    verb: /^Choose\b/,
    met: ({ level }) => level === 'apply' || level === 'judge',
    remedy: 'add a question of the level apply or judge, with a case to choose for.',
  },
];

/** Checks that each objective of the lessons has a question, of the kind that its verb demands, and that questions name objectives that exist. */
function checkObjectives(raw: RawCourse, report: Report): void {
  const tested = new Map(
    raw.lessons.flatMap(({ id, data }) =>
      data.objectives.map((objective): [string, Question[]] => [`${id}#${objective.id}`, []]),
    ),
  );
  for (const { id, file, data } of raw.questions)
    for (const question of data.questions)
      for (const objective of objectivesOf(question, id)) {
        const list = tested.get(objective);
        if (list !== undefined) list.push(question);
        // Of a file without a lesson, that is told already.
        else if (raw.lessons.some((lesson) => objective.startsWith(`${lesson.id}#`) || lesson.id === id))
          report({
            file,
            field: `questions.${question.id}.${question.objective === undefined ? 'objectives' : 'objective'}`,
            problem: `there is no objective "${objective}"`,
            remedy: didYouMean(
              objective,
              tested.keys(),
              `use an id from the front matter of a lesson, such as ${[...tested.keys()].find((each) => each.startsWith(`${id}#`))?.replace(`${id}#`, '') ?? 'name-parts'}.`,
            ),
          });
      }
  for (const { id, file, data } of raw.lessons)
    for (const objective of data.objectives) {
      const questions = tested.get(`${id}#${objective.id}`) ?? [];
      const demand = DEMANDS.find(({ verb }) => verb.test(objective.text));
      const add = (problem: string, remedy: string): void =>
        report({ file, field: `objectives.${objective.id}`, problem, remedy });
      if (questions.length === 0)
        add(
          'no question tests it',
          `write \`objective: ${objective.id}\` in a question of ${settings.content}/questions/${id}.yaml.`,
        );
      else if (demand !== undefined && !questions.some(demand.met))
        add(
          `it begins with "${objective.text.split(' ')[0] ?? ''}", and its questions only ask to recognize an answer`,
          demand.remedy,
        );
    }
}

/** Checks that each question belongs to a lesson, has a unique id, and points at an existing section and at facts that the lesson shows. */
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
      const add = (key: string, problem: string, remedy: string): void =>
        report({ file, field: `questions.${question.id}.${key}`, problem, remedy });
      const other = owner.get(question.id);
      if (other !== undefined)
        add(
          'id',
          `the id is taken by a question in ${other}`,
          'give one of the two another id; question ids are unique on the whole site.',
        );
      owner.set(question.id, file);
      // A text that cannot be read has no headings, and its mistake is told already.
      if (outline.headings.length === 0) continue;
      const headings = outline.headings.map(({ id: heading }) => `#${heading}`);
      if (!headings.includes(question.explains))
        add(
          'explains',
          `the lesson has no heading "${question.explains}"`,
          didYouMean(question.explains, headings, `use one of ${headings.join(', ')}.`),
        );
      for (const claim of question.claims ?? [])
        if (!outline.parts.claims.includes(claim))
          add(
            'claims',
            `the lesson does not show the fact "${claim}"`,
            `cite one that it shows (${[...new Set(outline.parts.claims)].join(', ') || 'it has none'}), or none.`,
          );
    }
  }
  for (const { id, file } of raw.lessons) {
    if (!raw.questions.some((entry) => entry.id === id)) {
      report({
        file,
        field: '<CheckYourself>',
        problem: 'the lesson has no questions',
        remedy: `write three to six in ${settings.content}/questions/${id}.yaml.`,
      });
    }
  }
  checkObjectives(raw, report);
}
