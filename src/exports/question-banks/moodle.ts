import type { Question } from '../../course/types.ts';
import { choicesOf } from '../../course/questions.ts';
import { sideLabel } from '../../course/sides.ts';
import { comment, Markup, xml, xmlDocument } from '../../utils/xml.ts';
import { optionWeights, paragraph, type Bank, type BankQuestion } from './bank.ts';
import { SITE_NAME } from '../../site.ts';

/** Moodle's name of the type that a kind of question becomes. */
const TYPE = { single: 'multichoice', multiple: 'multichoice', sort: 'match', recall: 'essay' } as const;

/** A text as HTML in an element of a name. */
const html = (name: string, value: string): Markup => {
  const tag = new Markup(name);
  return xml`<${tag} format="html"><text>${value}</text></${tag}>`;
};

function answers(question: Question): Markup {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const single = question.kind === 'single';
      const weights = optionWeights(question.options);
      const options = question.options.map(
        ({ text, correct, feedback }, index) =>
          xml`<answer fraction="${single ? (correct ? '100' : '0') : String(weights[index])}" format="html">
          <text>${paragraph(text)}</text>
          ${html('feedback', paragraph(feedback))}
        </answer>`,
      );
      return xml`<single>${String(single)}</single>
        <shuffleanswers>true</shuffleanswers>
        <answernumbering>ABCD</answernumbering>
        ${options}`;
    }
    case 'sort': {
      const statements = question.statements.map(
        ({ text, side }) => xml`<subquestion format="html">
          <text>${paragraph(text)}</text>
          <answer><text>${sideLabel(side, choicesOf(question))}</text></answer>
        </subquestion>`,
      );
      return xml`<shuffleanswers>true</shuffleanswers>
        ${statements}`;
    }
    case 'recall': {
      // For the person who grades it; learners see the same in the general feedback.
      const info = [question.answer, ...question.points.map(({ text }) => text)].map(paragraph).join('');
      return xml`<responseformat>editor</responseformat>
        <responserequired>1</responserequired>
        <responsefieldlines>10</responsefieldlines>
        <attachments>0</attachments>
        ${html('graderinfo', info)}`;
    }
  }
}

const questionElement = ({ question, name, tags, remark }: BankQuestion): Markup =>
  xml`<question type="${TYPE[question.kind]}">
    <name><text>${name}</text></name>
    ${html('questiontext', paragraph(question.prompt))}
    ${html('generalfeedback', remark)}
    <defaultgrade>1</defaultgrade>
    <hidden>0</hidden>
    <idnumber>${question.id}</idnumber>
    ${answers(question)}
    <tags>${tags.map((tag) => xml`<tag><text>${tag}</text></tag>`)}</tags>
  </question>
`;

/** Path of a category of the question bank; a slash in a title is doubled. */
export const categoryPath = (lesson: string): string =>
  ['$course$', 'top', SITE_NAME, lesson.replaceAll('/', '//')].join('/');

/** A bank in Moodle's own format (https://docs.moodle.org/en/Moodle_XML_format), with a category for each lesson. */
export const moodleXml = ({ notice, lessons }: Bank): string =>
  xmlDocument(xml`${comment(notice)}
<quiz>
  ${lessons.map(
    ({ title, questions }) => xml`<question type="category">
    <category><text>${categoryPath(title)}</text></category>
  </question>
  ${questions.map(questionElement)}`,
  )}
</quiz>`);
