import type { Question } from '../../course/types.ts';
import { choicesOf } from '../../course/questions.ts';
import { sideLabel } from '../../course/sides.ts';
import { comment, element, xmlDocument, type Markup } from '../../utils/xml.ts';
import { optionWeights, paragraph, type Bank, type BankQuestion } from './bank.ts';
import { SITE_NAME } from '../../site.ts';

/** Moodle's name of the type that a kind of question becomes. */
const TYPE = { single: 'multichoice', multiple: 'multichoice', sort: 'match', recall: 'essay' } as const;

const text = (value: string): Markup => element('text', value);
const html = (name: string, value: string): Markup => element(name, { format: 'html' }, text(value));

function answers(question: Question): Markup[] {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const single = question.kind === 'single';
      const weights = optionWeights(question.options);
      return [
        element('single', String(single)),
        element('shuffleanswers', 'true'),
        element('answernumbering', 'ABCD'),
        ...question.options.map(({ text: answer, correct, feedback }, index) =>
          element(
            'answer',
            { fraction: single ? (correct ? '100' : '0') : String(weights[index]), format: 'html' },
            text(paragraph(answer)),
            html('feedback', paragraph(feedback)),
          ),
        ),
      ];
    }
    case 'sort':
      return [
        element('shuffleanswers', 'true'),
        ...question.statements.map(({ text: statement, side }) =>
          element(
            'subquestion',
            { format: 'html' },
            text(paragraph(statement)),
            element('answer', text(sideLabel(side, choicesOf(question)))),
          ),
        ),
      ];
    case 'recall':
      return [
        element('responseformat', 'editor'),
        element('responserequired', '1'),
        element('responsefieldlines', '10'),
        element('attachments', '0'),
        // For the person who grades it; learners see the same in the general feedback.
        html(
          'graderinfo',
          paragraph(question.answer) + question.points.map((point) => paragraph(point.text)).join(''),
        ),
      ];
  }
}

const questionElement = ({ question, name, tags, remark }: BankQuestion): Markup =>
  element(
    'question',
    { type: TYPE[question.kind] },
    element('name', text(name)),
    html('questiontext', paragraph(question.prompt)),
    html('generalfeedback', remark),
    element('defaultgrade', '1'),
    element('hidden', '0'),
    element('idnumber', question.id),
    ...answers(question),
    element('tags', ...tags.map((tag) => element('tag', text(tag)))),
  );

/** Path of a category of the question bank; a slash in a title is doubled. */
export const categoryPath = (lesson: string): string =>
  ['$course$', 'top', SITE_NAME, lesson.replaceAll('/', '//')].join('/');

/** A bank in Moodle's own format (https://docs.moodle.org/en/Moodle_XML_format), with a category for each lesson. */
export const moodleXml = ({ notice, lessons }: Bank): string =>
  xmlDocument(
    element(
      'quiz',
      ...lessons.flatMap(({ title, questions }) => [
        element('question', { type: 'category' }, element('category', text(categoryPath(title)))),
        ...questions.map(questionElement),
      ]),
    ),
    comment(notice),
  );
