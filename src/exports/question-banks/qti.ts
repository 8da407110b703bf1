import type { Question } from '../../course/types.ts';
import { choicesOf } from '../../course/questions.ts';
import { zip } from '../../utils/zip.ts';
import { comment, xml, xmlDocument, type Markup } from '../../utils/xml.ts';
import { paragraph, type Bank, type BankLesson, type BankQuestion } from './bank.ts';
import { LICENSE } from '../../site.ts';

/**
 * A bank as QTI 1.2 in an IMS content package, the version that Canvas' migration tool reads. The names of the types of
 * questions are those of Canvas; others go by the structure, which is the specification's
 * (https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html).
 */
export function qtiFiles(bank: Bank): Map<string, string> {
  const files = new Map(bank.lessons.map((lesson) => [`${lesson.id}.xml`, assessment(lesson, bank.notice)]));
  return new Map([['imsmanifest.xml', manifest(bank)], ...files]);
}

export const qtiPackage = (bank: Bank, updated: Date): Uint8Array<ArrayBuffer> =>
  zip(qtiFiles(bank), updated);

const TYPE = {
  single: 'multiple_choice_question',
  multiple: 'multiple_answers_question',
  sort: 'matching_question',
  recall: 'essay_question',
} as const;

const material = (html: string): Markup =>
  xml`<material><mattext texttype="text/html">${html}</mattext></material>`;

const field = (label: string, entry: string): Markup =>
  xml`<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

const equals = (respident: string, ident: string): Markup =>
  xml`<varequal respident="${respident}">${ident}</varequal>`;

const points = (action: 'Set' | 'Add', value: string): Markup =>
  xml`<setvar varname="SCORE" action="${action}">${value}</setvar>`;

const shows = (ident: string): Markup => xml`<displayfeedback feedbacktype="Response" linkrefid="${ident}"/>`;

/** A rule: what follows where the condition holds; the next rules are read all the same. */
const rule = (condition: Markup, result: Markup): Markup =>
  xml`<respcondition continue="Yes"><conditionvar>${condition}</conditionvar>${result}</respcondition>`;

const shownFeedback = (ident: string, html: string): Markup =>
  xml`<itemfeedback ident="${ident}"><flow_mat>${material(html)}</flow_mat></itemfeedback>`;

interface Parts {
  responses: Markup | Markup[];
  rules: Markup[];
  feedback: Markup[];
}

function choice({ kind, options: given }: Extract<Question, { kind: 'single' | 'multiple' }>): Parts {
  const options = given.map((option, index) => ({ ...option, ident: `a${index + 1}` }));
  const single = kind === 'single';
  const labels = options.map(
    ({ ident, text }) => xml`<response_label ident="${ident}">${material(paragraph(text))}</response_label>`,
  );
  const chosen = options.map(({ ident, correct }) => {
    const isChosen = equals('response1', ident);
    return correct ? isChosen : single ? [] : xml`<not>${isChosen}</not>`;
  });
  return {
    responses: xml`<response_lid ident="response1" rcardinality="${single ? 'Single' : 'Multiple'}"><render_choice shuffle="Yes">${labels}</render_choice></response_lid>`,
    rules: [
      ...options.map(({ ident }) => rule(equals('response1', ident), shows(`${ident}_fb`))),
      rule(single ? xml`${chosen}` : xml`<and>${chosen}</and>`, points('Set', '100')),
    ],
    feedback: options.map(({ ident, feedback }) => shownFeedback(`${ident}_fb`, paragraph(feedback))),
  };
}

function sort(question: Extract<Question, { kind: 'sort' }>): Parts {
  const { statements } = question;
  // Canvas shows the menus of matching as they are, with their tags, so they are plain text.
  const labels = choicesOf(question).map(
    ({ id, label }) =>
      xml`<response_label ident="${id}"><material><mattext texttype="text/plain">${label}</mattext></material></response_label>`,
  );
  const share = (100 / statements.length).toFixed(2);
  return {
    responses: statements.map(
      ({ text }, index) =>
        xml`<response_lid ident="response_s${String(index + 1)}" rcardinality="Single">${material(paragraph(text))}<render_choice>${labels}</render_choice></response_lid>`,
    ),
    rules: statements.map(({ side }, index) =>
      rule(equals(`response_s${index + 1}`, side), points('Add', share)),
    ),
    feedback: [],
  };
}

const recall: Parts = {
  responses: xml`<response_str ident="response1" rcardinality="Single"><render_fib rows="10"><response_label ident="answer1"/></render_fib></response_str>`,
  rules: [],
  feedback: [],
};

function partsOf(question: Question): Parts {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return choice(question);
    case 'sort':
      return sort(question);
    case 'recall':
      return recall;
  }
}

function item({ question, name, tags, remark }: BankQuestion): Markup {
  const { responses, rules, feedback } = partsOf(question);
  return xml`<item ident="${question.id}" title="${name}">
    <itemmetadata>
      <qtimetadata>
        ${field('question_type', TYPE[question.kind])}
        ${field('points_possible', '1')}
        ${tags.map((tag) => field('keyword', tag))}
        ${field('license', LICENSE.spdx)}
      </qtimetadata>
    </itemmetadata>
    <presentation>${material(paragraph(question.prompt))}${responses}</presentation>
    <resprocessing>
      <outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
      ${rule(xml`<other/>`, shows('general_fb'))}
      ${rules}
    </resprocessing>
    ${feedback}
    ${shownFeedback('general_fb', remark)}
  </item>
`;
}

const assessment = ({ id, title, questions }: BankLesson, notice: string): string =>
  xmlDocument(xml`${comment(notice)}
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
  <assessment ident="${id}" title="${title}">
    <qtimetadata>${field('cc_maxattempts', 'unlimited')}${field('license', LICENSE.spdx)}</qtimetadata>
    <section ident="root_section">${questions.map(item)}</section>
  </assessment>
</questestinterop>`);

const manifest = ({ title, notice, lessons }: Bank): string => {
  const string = (text: string): Markup => xml`<imsmd:langstring xml:lang="en-US">${text}</imsmd:langstring>`;
  return xmlDocument(xml`<manifest identifier="blueprint-and-build-questions" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">
  <metadata>
    <schema>IMS Content</schema>
    <schemaversion>1.1.3</schemaversion>
    <imsmd:lom>
      <imsmd:general><imsmd:title>${string(`Check questions: ${title}`)}</imsmd:title></imsmd:general>
      <imsmd:rights>
        <imsmd:copyrightandotherrestrictions>
          <imsmd:source>${string('LOMv1.0')}</imsmd:source>
          <imsmd:value>${string('yes')}</imsmd:value>
        </imsmd:copyrightandotherrestrictions>
        <imsmd:description>${string(notice)}</imsmd:description>
      </imsmd:rights>
    </imsmd:lom>
  </metadata>
  <organizations/>
  <resources>
    ${lessons.map(({ id }) => xml`<resource identifier="${id}" type="imsqti_xmlv1p2" href="${id}.xml"><file href="${id}.xml"/></resource>`)}
  </resources>
</manifest>`);
};
